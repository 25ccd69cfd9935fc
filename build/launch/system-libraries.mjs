// @ts-check
import fs from 'node:fs'
import path from 'node:path'
import {
  candidatePackages,
  installablePackages,
  installCommand,
  missingLibraries,
  packagesFor,
} from './library-packages.mjs'
import { run } from './run.mjs'
import { CannotGoOn, withProgress } from './say.mjs'

const installers = /** @type {const} */ (['apt-get', 'dnf', 'zypper', 'pacman'])

/** @param {string} program @param {NodeJS.ProcessEnv} [env] */
export const onPath = (program, env = process.env) =>
  (env.PATH ?? '').split(path.delimiter).some((folder) => folder && fs.existsSync(path.join(folder, program)))

/** @param {string} executable @param {boolean} needsXvfb */
const findNeeds = async (executable, needsXvfb) => {
  const linked = await run('ldd', [executable], { env: { ...process.env, LC_ALL: 'C' } })
  const tooOld = /version `(GLIBC_[\d.]+)' not found/.exec(linked.output)
  if (tooOld) throw new CannotGoOn(`Electron needs ${tooOld[1]}; this system's C library is older.`)
  if (/musl|not a dynamic executable/.test(linked.output)) {
    throw new CannotGoOn('Electron needs a system with the GNU C library (glibc).')
  }
  const needs = missingLibraries(linked.output)
  return needsXvfb && !onPath('Xvfb') ? [...needs, 'Xvfb'] : needs
}

/** @param {readonly string[]} needs */
const choosePackages = async (needs) => {
  const policy = await run('apt-cache', ['policy', ...candidatePackages(needs)], {
    env: { ...process.env, LC_ALL: 'C' },
  })
  return packagesFor(needs, installablePackages(policy.output))
}

/** @param {readonly string[]} args */
const aptGet = async (...args) => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const done = await run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], { env })
  if (done.code !== 0) throw new CannotGoOn(`${done.output}\napt-get ${args.join(' ')} failed.`)
}

/** @param {readonly string[]} needs */
const installWithApt = (needs) =>
  withProgress(
    `Installing ${needs.length} system libraries that Electron needs (${needs.slice(0, 3).join(', ')} …)`,
    async () => {
      await aptGet('update')
      const { packages } = await choosePackages(needs)
      await aptGet('install', '-y', '--no-install-recommends', ...packages)
    },
  )

/** @param {readonly string[]} needs */
const explain = async (needs) => {
  const installer = installers.find((name) => onPath(name))
  const packages = installer === 'apt-get' ? (await choosePackages(needs)).packages : []
  const command = installCommand(installer, { needs, packages })
  const how = command ? `Install them and try again:\n\n  ${command}\n` : 'Install them and try again.'
  return new CannotGoOn(`Electron cannot start here: ${needs.join(', ')} missing. ${how}`)
}

/**
 * On Linux, makes sure that every system library Electron links to is there (and Xvfb, where it is needed).
 * @param {string} executable
 * @param {{ needsXvfb: boolean }} options
 */
export const ensureSystemLibraries = async (executable, { needsXvfb }) => {
  if (process.platform !== 'linux') return
  const needs = await findNeeds(executable, needsXvfb)
  if (needs.length === 0) return
  if (process.getuid?.() !== 0 || !onPath('apt-get')) throw await explain(needs)
  await installWithApt(needs)
  const still = await findNeeds(executable, needsXvfb)
  if (still.length > 0) throw await explain(still)
}
