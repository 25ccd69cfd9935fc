import type { Problem } from '../../shared/result.ts'

type Refusal = 'full' | 'read-only' | 'forbidden' | 'missing' | 'failing'

/** By the system's codes. Whatever is not in here is no refusal of the disk. */
const refusals: ReadonlyMap<string, Refusal> = new Map([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'forbidden'],
  ['EPERM', 'forbidden'],
  ['ENOENT', 'missing'],
  ['ENOTDIR', 'missing'],
  ['ENODEV', 'missing'],
  ['ENXIO', 'missing'],
  ['ESTALE', 'missing'],
  ['EIO', 'failing'],
  ['EBUSY', 'failing'],
  ['EEXIST', 'failing'],
  ['EFBIG', 'failing'],
  ['EISDIR', 'failing'],
  ['EMFILE', 'failing'],
  ['ENAMETOOLONG', 'failing'],
  ['ENFILE', 'failing'],
  ['ENOTEMPTY', 'failing'],
])

/**
 * What to tell when the disk did not take what was to be written to `folder`; `null` for any other error. `undone` says what
 * did not happen and goes before a colon, `kept` is a sentence about what was there before.
 */
export function diskProblem(
  error: unknown,
  { undone, kept, folder }: { undone: string; kept: string; folder: string },
): Problem | null {
  const code = codeOf(error)
  const refusal = refusals.get(code)
  if (refusal === undefined) return null
  const [why, whatToDo] = wordsOf(refusal, folder, code)
  return {
    code: refusal === 'full' ? 'disk-full' : 'file',
    message: `${undone}: ${why}. ${kept} ${whatToDo}`,
  }
}

function wordsOf(refusal: Refusal, folder: string, code: string): [why: string, whatToDo: string] {
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

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
