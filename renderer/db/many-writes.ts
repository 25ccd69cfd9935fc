const lockName = 'very many rows'

/** Runs what writes very many rows, one such act at a time, in whichever window or worker; however it ends, that is known. */
export function writingMany<Value>(act: () => Promise<Value>): Promise<Value> {
  return navigator.locks.request(lockName, act)
}

/**
 * Resolves once nobody writes very many rows: what only follows them reads each once, in the end, and not beside the writing. After `limitMs` it resolves in any case.
 */
export async function onceFewAreWritten(limitMs?: number): Promise<void> {
  const signal = limitMs === undefined ? undefined : AbortSignal.timeout(limitMs)
  await navigator.locks
    .request(lockName, { mode: 'shared', ...(signal === undefined ? {} : { signal }) }, () => undefined)
    .catch((error: unknown) => {
      if (signal?.aborted !== true) throw error
    })
}
