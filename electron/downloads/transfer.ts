import { rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { bytesText } from '../../shared/formats/bytes-text.ts'
import {
  failure,
  meansOffline,
  type Problem,
  type ProblemCode,
  type Result,
  success,
} from '../../shared/result.ts'
import { diskProblem } from '../files/disk-problem.ts'
import { flushFolder } from '../files/write-atomically.ts'
import { pause, type Timers } from '../net/timers.ts'
import { type FetchParts, fetchOnwards } from './fetch-onwards.ts'
import { fromTheBeginning, type ResumePoint, rangeFrom } from './resume-point.ts'

export type Transfer = Omit<FetchParts, 'partialPath'> & {
  path: string
  point: ResumePoint
  timers: Timers
  random: () => number
}

export const partialOf = (path: string): string => `${path}.part`

/** How often in a row it is tried again without coming any further. */
const mostFruitless = 3
const firstDelayMs = 2000

/**
 * Fetches a file to `path`: under a temporary name, over as many connections as it takes, checked for its length, flushed,
 * then renamed. What is found under the final name is whole. Where it fails, what can be gone on from is kept.
 */
export async function transferToFile(transfer: Transfer): Promise<Result<null>> {
  const { path, signal } = transfer
  // One that was changed by something else: under that name it would be taken for this one.
  await rm(path, { force: true }).catch(() => {})
  const fetched = await fetchWhole(transfer)
  if (fetched.problem === null) {
    const named = await giveName(path)
    return named ?? success(null)
  }
  const isKept = rangeFrom(fetched.point) !== null
  if (!isKept) {
    await rm(partialOf(path), { force: true }).catch(() => {})
    await transfer.note(fromTheBeginning).catch(() => {})
  }
  if (signal.aborted) return failure('cancelled', 'The download was stopped.')
  return { ok: false, problem: withWhatIsKept(fetched.problem, isKept ? fetched.point.bytes : 0) }
}

async function fetchWhole(transfer: Transfer): Promise<{ point: ResumePoint; problem: Problem | null }> {
  const { path, signal, timers, random } = transfer
  const parts = { ...transfer, partialPath: partialOf(path) }
  let point = await whatIsThere(transfer)
  let furthest = point.bytes
  for (let fruitless = 0; ; ) {
    const fetched = await fetchOnwards(parts, point)
    if (fetched.problem === null || !mayPass(fetched.problem.code)) return fetched
    point = rangeFrom(fetched.point) === null ? fromTheBeginning : fetched.point
    fruitless = point.bytes > furthest ? 0 : fruitless + 1
    furthest = Math.max(furthest, point.bytes)
    if (fruitless > mostFruitless || signal.aborted) return fetched
    await pause(timers, random() * firstDelayMs * 2 ** fruitless, signal)
    if (signal.aborted) return fetched
  }
}

/** What was noted may have been lost with the disk, or taken away by hand. */
async function whatIsThere({ point, path }: Transfer): Promise<ResumePoint> {
  const size = await stat(partialOf(path)).then(
    (found) => found.size,
    () => 0,
  )
  return size >= point.bytes ? point : fromTheBeginning
}

function mayPass(code: ProblemCode): boolean {
  return meansOffline(code) || code === 'server-error'
}

function withWhatIsKept(problem: Problem, keptBytes: number): Problem {
  if (keptBytes === 0) return problem
  return {
    ...problem,
    message: `${problem.message} The ${bytesText(keptBytes)} that arrived are kept: resume it, and it goes on from there.`,
  }
}

/** `null` when it has it. */
async function giveName(path: string): Promise<Result<never> | null> {
  try {
    await rename(partialOf(path), path)
    await flushFolder(dirname(path))
    return null
  } catch (error) {
    const problem = diskProblem(error, {
      undone: 'The episode was downloaded, but could not be given its place',
      kept: 'What arrived is kept.',
      folder: dirname(path),
    })
    if (problem === null) throw error
    return { ok: false, problem }
  }
}
