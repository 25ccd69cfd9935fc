// @ts-check
import fs from 'node:fs'
import path from 'node:path'
import { neededFlags } from './chromium-flags.mjs'
import { sandboxObstacle } from './sandbox.mjs'
import { CannotGoOn } from './say.mjs'

const uid = () => process.getuid?.()

/** @param {string} file */
const kernelSetting = (file) => {
  try {
    return fs.readFileSync(path.join('/proc/sys/kernel', file), 'utf8').trim()
  } catch {
    return undefined
  }
}

const sharedMemoryBytes = () => {
  try {
    const { blocks, bsize } = fs.statfsSync('/dev/shm')
    return blocks * bsize
  } catch {
    return undefined
  }
}

/** The switches this machine needs; see neededFlags. */
export const machineFlags = () =>
  neededFlags({ platform: process.platform, uid: uid(), sharedMemoryBytes: sharedMemoryBytes() })

export const hasDisplay = (platform = process.platform, env = process.env) =>
  platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)

/** Ends the start where Chromium's sandbox could not work. @param {string} dist */
export const assertSandboxWorks = (dist) => {
  const file = path.join(dist, 'chrome-sandbox')
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  const obstacle = sandboxObstacle({
    platform: process.platform,
    uid: uid(),
    namespacesDenied:
      kernelSetting('apparmor_restrict_unprivileged_userns') === '1' ||
      kernelSetting('unprivileged_userns_clone') === '0',
    helper: stat && { path: file, ownerUid: stat.uid, mode: stat.mode },
  })
  if (obstacle) throw new CannotGoOn(obstacle)
}
