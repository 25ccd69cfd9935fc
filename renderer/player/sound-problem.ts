import type { Problem } from '../../shared/result.ts'

export type SoundFailure = 'not-audio' | 'damaged' | 'unreachable' | 'cannot-seek' | 'past-end'

/** Why a source that had an address could not be played, for a person. */
export function problemOf(reason: SoundFailure): Problem {
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
    case 'cannot-seek':
      return {
        code: 'rejected',
        message:
          'The server of this audio lets no one jump in it. Your place is kept; download the episode to go on from there.',
      }
    case 'past-end':
      return {
        code: 'rejected',
        message:
          'That moment lies past the end of this audio, as far as its length is known. Your place is kept; a stream may tell its length wrongly, and a download is exact.',
      }
    case 'unreachable':
      return {
        code: 'unreachable',
        message: 'The audio stopped arriving. Your place is kept; try again when the connection is back.',
      }
  }
}
