/**
 * Below this a note is not placed: it waits for the person, with what was found as a suggestion. All values here are held
 * against judged examples (`tests/shared/anchoring/judged-quotes.ts`): reworded highlights are alike by 0.61 to 0.94, others
 * of the same episode on the same subject by 0.49 at most, of another subject by 0.30.
 */
export const placedFrom = 0.6
/** From here on a found place is told without a doubt. */
export const sureFrom = 0.8
/** Alike by so much, two quotes are one that was reworded: the middle between the judged ones. */
const rewordedFrom = 0.55
/** Alike by less, they are no suggestion either. */
export const suggestedFrom = 0.3
/** Two candidates that are closer to each other than this leave it open which one it is. */
export const tellingLead = 0.1
/** How much less a candidate counts that is of another kind, or lies elsewhere in the audio. */
export const otherKindCosts = 0.1
export const otherTimeCosts = 0.05

/** Starts that differ by no more are the same: services round, and cut at pauses. */
export const sameStartSeconds = 2
/** A highlight's own time is rough. */
export const sameSpotSeconds = 60
/** Two lengths of one audio: as one service measures it and another. */
export const sameLengthSeconds = 5

/** How sure a place is that was found by a quote which is alike by so much: what is just reworded, just placed. */
export function surenessOf(alike: number): number {
  if (alike < rewordedFrom) return Math.max(0, (alike / rewordedFrom) * placedFrom - 0.01)
  return placedFrom + ((alike - rewordedFrom) / (1 - rewordedFrom)) * (1 - placedFrom)
}
