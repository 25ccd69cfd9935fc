// @ts-check

/** How long a failed download is remembered, so that each start does not wait for it again. */
export const rememberFailureMs = 12 * 60 * 60 * 1000

/**
 * Whether Electron's own download should be tried now.
 * @param {{ version: string, failure: { version: string, atMs: number } | undefined, nowMs: number }} facts
 */
export const shouldTryOfficial = ({ version, failure, nowMs }) => {
  if (!failure || failure.version !== version) return true
  const agoMs = nowMs - failure.atMs
  return agoMs < 0 || agoMs > rememberFailureMs
}
