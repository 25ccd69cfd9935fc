import { colourWords, knownColour } from '../models/annotation-colour.ts'
import type { Tracking } from '../models/tracking.ts'

/** What becomes of a takeaway, as exports say it. */
export const stateWords: Readonly<Record<Tracking['state'], string>> = {
  'to-try': 'To try',
  trying: 'Trying',
  worked: 'Worked',
  'did-not': 'Did not work',
}

/** What a colour says; of one that only a newer version knows, its name. */
export function colourText(colour: string | null): string {
  const known = knownColour(colour)
  return known === null ? (colour ?? '') : colourWords[known]
}
