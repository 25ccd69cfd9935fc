import type { Problem, ProblemCode } from '../../../shared/result.ts'

/** Why an archive is not read, in words for a person. Thrown within this folder only, through streams, which know nothing else. */
export class RefusedArchive extends Error {
  readonly problem: Problem

  constructor(code: ProblemCode, why: string) {
    super(why)
    this.problem = { code, message: `${why} Nothing was imported.` }
  }
}

export function damaged(path: string): RefusedArchive {
  return new RefusedArchive(
    'unreadable',
    `“${path}” in this archive is not as it was when the archive was written, so it cannot be trusted. Take another copy of the archive.`,
  )
}

export function missing(path: string): RefusedArchive {
  return new RefusedArchive(
    'unreadable',
    `“${path}” is missing from this archive. Take another copy of the archive.`,
  )
}
