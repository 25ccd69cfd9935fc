import { dirname } from 'node:path'
import type { Problem } from '../../shared/result.ts'
import { diskProblem } from '../files/disk-problem.ts'
import { streamProblem } from '../net/stream-problem.ts'
import type { ResumePoint } from './resume-point.ts'

/** A stream that ended where it should not have is one that was cut off; one that is longer than said is damaged. */
export function lengthProblem(url: string, { bytes, totalBytes }: ResumePoint): Problem | null {
  if (totalBytes === null || bytes === totalBytes) return null
  return bytes < totalBytes
    ? { code: 'unreachable', message: cutOff(url) }
    : {
        code: 'unreadable',
        message: `${hostOf(url)} sent more than it had said, so none of it can be trusted.`,
      }
}

/** Said of a document that could not be had, nothing would have been taken. */
export function notOpened(problem: Problem, url: string): Problem {
  switch (problem.code) {
    case 'unreachable':
      return {
        code: 'unreachable',
        message: `${hostOf(url)} could not be reached, or this computer is not connected.`,
      }
    case 'timeout':
      return { code: 'timeout', message: `${hostOf(url)} took too long to answer.` }
    default:
      return problem
  }
}

export function bodyProblem(error: unknown, url: string, path: string, signal: AbortSignal): Problem {
  const byDisk = diskProblem(error, wordsOfDisk(path))
  if (byDisk !== null) return byDisk
  const problem = streamProblem(error, url, signal)
  switch (problem.code) {
    case 'unreachable':
      return { code: 'unreachable', message: cutOff(url) }
    case 'timeout':
      return { code: 'timeout', message: `${hostOf(url)} has stopped sending.` }
    default:
      return problem
  }
}

export function refusedByDisk(error: unknown, path: string): { ok: false; problem: Problem } {
  const problem = diskProblem(error, wordsOfDisk(path))
  if (problem === null) throw error
  return { ok: false, problem }
}

const wordsOfDisk = (path: string) => ({
  undone: 'The episode was not downloaded',
  kept: 'What you have stays as it is.',
  folder: dirname(path),
})

const cutOff = (url: string): string => `The connection to ${hostOf(url)} was cut off.`

export function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url
}
