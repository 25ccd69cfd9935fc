// @ts-check

/** A container's default of 64 MB is too little for Chromium; it then keeps shared memory in files. */
const enoughSharedMemoryBytes = 256 * 1024 * 1024

/**
 * The switches that Chromium needs on this machine, each with its reason.
 * @param {{ platform: NodeJS.Platform, uid: number | undefined, sharedMemoryBytes: number | undefined }} machine
 */
export const neededFlags = ({ platform, uid, sharedMemoryBytes }) => {
  /** @type {{ flag: string, reason: string }[]} */
  const flags = []
  if (platform !== 'linux') return flags
  if (uid === 0) {
    flags.push({
      flag: '--no-sandbox',
      reason: 'Running as root, so with --no-sandbox: Electron refuses to start otherwise.',
    })
  }
  if (sharedMemoryBytes !== undefined && sharedMemoryBytes < enoughSharedMemoryBytes) {
    flags.push({
      flag: '--disable-dev-shm-usage',
      reason: '/dev/shm is small, so with --disable-dev-shm-usage.',
    })
  }
  return flags
}
