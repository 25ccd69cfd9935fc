import type { Problem } from '../../shared/result.ts'

/** The problem when writing failed for want of room; `null` for any other error, which is a bug and goes on its way. */
export function storageProblem(error: unknown): Problem | null {
  if (!isQuotaExceeded(error)) return null
  return {
    code: 'disk-full',
    message:
      'The disk has no room, so nothing more was stored. What was there before is kept. Make room, then try again.',
  }
}

/** Dexie hands the browser's own error on inside of its own. */
function isQuotaExceeded(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error.name === 'QuotaExceededError') return true
  return 'inner' in error && error.inner !== error && isQuotaExceeded(error.inner)
}
