// @ts-check

/**
 * The parts of a lock file (version 3) that tell what is installed.
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 * @typedef {{ platform: string, arch: string }} Machine
 */

/** @param {string} value @param {string[] | undefined} allowed as in package.json: names, or "!name" to exclude */
const admits = (value, allowed) => {
  if (!allowed || allowed.length === 0) return true
  if (allowed.includes(`!${value}`)) return false
  return allowed.includes(value) || allowed.every((name) => name.startsWith('!'))
}

/**
 * Whether a package may be missing. A tool's binary for another system may; the one for this system may not, though
 * npm calls it optional and skips it without a word where Node is too old for it.
 * @param {LockedPackage} locked
 * @param {Machine} machine
 */
const mayBeMissing = (locked, { platform, arch }) => {
  if (!locked.optional) return false
  if (!locked.os && !locked.cpu) return true
  // Electron runs on glibc only, so that is the libc that counts.
  return !(admits(platform, locked.os) && admits(arch, locked.cpu) && admits('glibc', locked.libc))
}

/**
 * Whether node_modules holds what the lock file asks for. npm keeps its own record of what it installed in
 * node_modules/.package-lock.json, written last; comparing the two needs no stamp of ours and also sees what
 * a person installed by hand.
 * @param {Lock} wanted
 * @param {Lock | undefined} present
 * @param {Machine} machine
 */
export const installIsCurrent = (wanted, present, machine) => {
  if (!present?.packages) return false
  for (const [location, locked] of Object.entries(wanted.packages ?? {})) {
    if (location === '') continue
    const installed = present.packages[location]
    if (!installed) {
      if (mayBeMissing(locked, machine)) continue
      return false
    }
    if (installed.version !== locked.version || installed.integrity !== locked.integrity) return false
  }
  return true
}
