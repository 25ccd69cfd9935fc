import type { Problem } from '../../shared/result.ts'

/**
 * What Chromium says when IndexedDB cannot be written or opened, in Dexie's words or its own. A disk without room is an
 * `UnknownError` while writing and an `OpenFailedError` from then on; `QuotaExceededError` comes only before it is quite full. A
 * damaged part that is read aborts everything, and a row of more than 64 kB whose file is gone is a `NotReadableError`, which a row
 * put in its place heals (all found in Electron 42).
 */
const storageErrors = new Set([
  'UnknownError',
  'OpenFailedError',
  'DatabaseClosedError',
  'InvalidStateError',
  'AbortError',
  'NotReadableError',
])

/** The problem when the disk did not take or give what was asked; `null` for any other error, which is a bug and goes on its way. */
export function storageProblem(error: unknown): Problem | null {
  const names = namesIn(error)
  if (names.includes('QuotaExceededError')) {
    return {
      code: 'disk-full',
      message:
        'The disk has no room, so nothing more was stored. What was there before is kept. Make room, then try again.',
    }
  }
  if (!names.some((name) => storageErrors.has(name))) return null
  return {
    code: 'file',
    message:
      'The library could not be written to the disk, so nothing more was stored. What was there before is kept. If the disk is full, make room; then try again.',
  }
}

/** Dexie hands the browser's own error on inside of its own. */
function namesIn(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const inner = 'inner' in error && error.inner !== error ? namesIn(error.inner) : []
  return [error.name, ...inner]
}
