import type { Problem } from '../../shared/result.ts'

/** Why a source that had an address could not be played, for a person. */
export function problemOf(reason: 'not-audio' | 'damaged' | 'unreachable'): Problem {
  switch (reason) {
    case 'not-audio':
      return {
        code: 'not-audio',
        message:
          'What was found for this episode is not audio that can be played. Give it another address or file.',
      }
    case 'damaged':
      return {
        code: 'not-audio',
        message:
          'The audio is damaged from here on. Your place is kept; jump ahead, or give another address or file.',
      }
    case 'unreachable':
      return {
        code: 'unreachable',
        message: 'The audio stopped arriving. Your place is kept; try again when the connection is back.',
      }
  }
}
