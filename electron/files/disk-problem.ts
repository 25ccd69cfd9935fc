import type { Problem } from '../../shared/result.ts'
import { type DiskRefusal, diskRefusalOf, systemCodeOf } from './disk-refusal.ts'

/**
 * What to tell when the disk did not take what was to be written to `folder`; `null` for any other error. `undone` says what
 * did not happen and goes before a colon, `kept` is a sentence about what was there before.
 */
export function diskProblem(
  error: unknown,
  { undone, kept, folder }: { undone: string; kept: string; folder: string },
): Problem | null {
  const refusal = diskRefusalOf(error)
  if (refusal === null) return null
  const [why, whatToDo] = wordsOf(refusal, folder, systemCodeOf(error))
  return {
    code: refusal === 'full' ? 'disk-full' : 'file',
    message: `${undone}: ${why}. ${kept} ${whatToDo}`,
  }
}

function wordsOf(refusal: DiskRefusal, folder: string, code: string | null): [why: string, whatToDo: string] {
  switch (refusal) {
    case 'full':
      return ['the disk has no room', 'Make room, then try again.']
    case 'read-only':
      return [`the disk with ${folder} can only be read`, 'Let it be written to, then try again.']
    case 'forbidden':
      return [`Earmark may not write to ${folder}`, 'Allow it, then try again.']
    case 'missing':
      return [`${folder} is not there`, 'Put it back or plug its disk in, then try again.']
    case 'failing':
      return [
        `the disk with ${folder} reports an error (${code})`,
        'Try again; if it stays so, look after that disk.',
      ]
  }
}
