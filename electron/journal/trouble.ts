import type { HomeTroubleCode } from '../../shared/kept/home.ts'
import { diskRefusalOf, systemCodeOf } from '../files/disk-refusal.ts'

/** Thrown inside the journal; at its edge it becomes a result. */
export class HomeFault extends Error {
  readonly code: HomeTroubleCode
  constructor(code: HomeTroubleCode, message: string) {
    super(message)
    this.code = code
  }
}

/** What an error of the system, or one of our own, means for the second home. */
export function troubleCodeOf(error: unknown): HomeTroubleCode {
  if (error instanceof HomeFault) return error.code
  const refusal = diskRefusalOf(error)
  switch (refusal) {
    case 'forbidden':
      return 'read-only'
    case null:
      return 'failing'
    default:
      return refusal
  }
}

/** For a person. `error` tells which error the disk reported, where that helps whoever is asked for help. */
export function troubleInWords(code: HomeTroubleCode, folder: string, error?: unknown): string {
  switch (code) {
    case 'full':
      return `The disk with your second home is full (${folder}). What was saved before is safe. What you write now is kept in the library only, until there is room: make room, then try again.`
    case 'read-only':
      return `Earmark may not write to your second home (${folder}). What was saved before is safe. What you write now is kept in the library only, until that folder can be written to again.`
    case 'missing':
      return `Your second home is not there (${folder}). What you write now is kept in the library only. Plug its disk in or put the folder back and try again, or choose another folder.`
    case 'slow':
      return `The disk with your second home does not answer in time (${folder}). What was saved before is safe. Earmark goes on trying; until it answers, what you write is kept in the library only.`
    case 'failing':
      return `The disk with your second home reports an error (${folder}${systemCode(error)}). What you write now is kept in the library only. Look after that disk, or choose another folder.`
    case 'in-use':
      return `Another Earmark is using your second home (${folder}). Nothing was changed there. Close the other one and try again, or choose another folder.`
    case 'newer':
      return `A newer Earmark wrote your second home (${folder}). Nothing was changed there. Update Earmark, or choose another folder.`
  }
}

function systemCode(error: unknown): string {
  const code = systemCodeOf(error)
  return code === null ? '' : `, ${code}`
}
