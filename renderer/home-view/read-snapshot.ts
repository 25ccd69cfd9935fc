import type { KeptChange } from '../../shared/kept/change.ts'
import type { HomePage } from '../../shared/kept/home.ts'
import { type Packed, unpack } from '../../shared/packed.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { call } from '../bridge.ts'
import { storageProblem } from '../db/storage-problem.ts'
import { changesBeside } from '../db/stored-changes.ts'
import { reportFault } from '../shell/faults.ts'
import { type Difference, differenceOf } from './snapshot-difference.ts'

/** What a snapshot holds, beside what is here now. Never rejects. */
export async function readSnapshot(name: string, signal: AbortSignal): Promise<Result<Difference>> {
  const then: KeptChange[] = []
  let cursor: string | null = null
  do {
    const page: Result<Packed<HomePage>> = await call('home.snapshot-rows', { name, cursor }, signal)
    if (!page.ok) return page
    const { changes, next }: HomePage = unpack(page.value)
    then.push(...changes)
    cursor = next
  } while (cursor !== null)
  try {
    const now: KeptChange[] = []
    for await (const changes of changesBeside(new Set())) now.push(...changes)
    return success(differenceOf(then, now))
  } catch (error) {
    return storageFailure(error, 'Your library could not be read. Nothing was changed.')
  }
}

/** A fault of the database's as what it is; any other is ours, for the log. */
export function storageFailure(error: unknown, message: string): Result<never> {
  const problem = storageProblem(error)
  if (problem !== null) return { ok: false, problem }
  reportFault(error)
  return failure('internal', `${message} The log has the details.`)
}
