// @ts-check
import fs from 'node:fs'
import { installIsCurrent } from './installed-packages.mjs'
import { newerNpm, nodeBinaryIn } from './newer-npm.mjs'
import { canRunTools } from './node-version.mjs'
import { npm, systemNpm } from './npm.mjs'
import { inRoot } from './paths.mjs'
import { CannotGoOn, withProgress } from './say.mjs'

/** @param {string} file @returns {import('./installed-packages.mjs').Lock | undefined} */
const readLock = (file) => {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

const isCurrent = (/** @type {import('./installed-packages.mjs').Lock} */ wanted) =>
  installIsCurrent(wanted, readLock(inRoot('node_modules', '.package-lock.json')), {
    platform: process.platform,
    arch: process.arch,
  })

/** Installs what package-lock.json asks for, if it is not there already. */
export const ensurePackages = async () => {
  const wanted = readLock(inRoot('package-lock.json'))
  if (!wanted) throw new CannotGoOn('package-lock.json cannot be read; restore it with git.')
  if (isCurrent(wanted)) return
  const nodeVersion = wanted.packages?.['node_modules/node']?.version
  const installer =
    canRunTools(process.versions.node) || !nodeVersion ? systemNpm() : await newerNpm(nodeVersion)
  // Not `npm ci`: it empties node_modules first, and under `npm start` our own Node lives there, which Windows will
  // not delete while it runs. And it refuses a lock file written where another system's binary was not to be had.
  const done = await withProgress('Installing packages (once, about 600 MB)', () =>
    npm(['install', '--no-audit', '--no-fund', '--loglevel=error'], { with: installer }),
  )
  if (done.code !== 0) {
    throw new CannotGoOn(
      `${done.output}${done.spawnError ?? ''}\nnpm install failed. Is the npm registry reachable? What was installed is kept; try again.`,
    )
  }
}

/** The Node that runs the project's tools: this one where it is new enough, else the one npm brought along. */
export const ensureToolNode = async () => {
  if (canRunTools(process.versions.node)) return process.execPath
  const bundled = nodeBinaryIn(inRoot('node_modules'))
  if (fs.existsSync(bundled)) return bundled
  // It is laid there by the package's install script, which npm may have been told not to run.
  await npm(['rebuild', 'node', '--loglevel=error', '--ignore-scripts=false'])
  if (fs.existsSync(bundled)) return bundled
  throw new CannotGoOn(
    `Node ${process.versions.node} is too old for the tools, and the npm package "node" did not bring a newer one. Install Node 22.12 or newer and try again.`,
  )
}
