import type { Result } from '../../../shared/result.ts'

/** A benchmark has no use for a problem: it ends with it. */
export function valueOrThrow<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message}`)
  return result.value
}
