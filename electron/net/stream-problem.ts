import type { Problem } from '../../shared/result.ts'
import { failedByError } from './problems.ts'

/** Words for what a stream's body throws while it is read. */
export function streamProblem(error: unknown, url: string, signal?: AbortSignal): Problem {
  if (signal?.aborted === true) return { code: 'cancelled', message: 'Stopped before it was done.' }
  return failedByError(error, URL.parse(url)?.host ?? url).problem
}
