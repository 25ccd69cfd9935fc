import { failure, type Result } from '../../shared/result.ts'
import { diskProblem } from '../files/disk-problem.ts'
import { systemCodeOf } from '../files/disk-refusal.ts'

/** Of a folder that the second home was to move into. What is wrong there is no trouble of the home itself. */
export function notMoved(folder: string, error: unknown): Result<never> {
  const problem = diskProblem(error, {
    undone: 'Your second home was not moved',
    kept: 'It stays where it is.',
    folder,
  })
  return failure('second-home', problem?.message ?? unknownInWords(folder, systemCodeOf(error)))
}

export function notMovedIntoUse(folder: string): Result<never> {
  return failure(
    'second-home',
    `Your second home was not moved: another Earmark is using the one in ${folder}. It stays where it is. Close that Earmark and try again, or choose another folder.`,
  )
}

export function notMovedIntoNewer(folder: string): Result<never> {
  return failure(
    'second-home',
    `Your second home was not moved: a newer Earmark wrote the one in ${folder}. It stays where it is. Update Earmark, or choose another folder.`,
  )
}

function unknownInWords(folder: string, code: string | null): string {
  return `Your second home was not moved: something went wrong in ${folder}${code === null ? '' : ` (${code})`}. It stays where it is. Choose another folder; the log has the details.`
}
