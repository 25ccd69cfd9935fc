// @ts-check

/** Electron's installer, Vite and Vitest ask for this one. */
const toolNodeMinimum = [22, 12]

/**
 * Whether a Node of this version can run the project's tools.
 * @param {string} version as in process.versions.node
 */
export const canRunTools = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = toolNodeMinimum
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
}
