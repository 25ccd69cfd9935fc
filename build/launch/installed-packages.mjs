// @ts-check

/**
 * The parts of a lock file (version 3) that tell what is installed.
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, peer?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * Whether node_modules holds what the lock file asks for. npm keeps its own record of what it installed in
 * node_modules/.package-lock.json, written last; comparing the two needs no stamp of ours and also sees what
 * a person installed by hand. An optional package (another system's binary) may be missing, not differ.
 * @param {Lock} wanted
 * @param {Lock | undefined} present
 */
export const installIsCurrent = (wanted, present) => {
  if (!present?.packages) return false
  for (const [location, locked] of Object.entries(wanted.packages ?? {})) {
    if (location === '') continue
    const installed = present.packages[location]
    if (!installed) {
      if (locked.optional) continue
      return false
    }
    if (installed.version !== locked.version || installed.integrity !== locked.integrity) return false
  }
  return true
}
