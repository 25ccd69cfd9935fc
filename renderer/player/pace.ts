/** Four times as fast, silence is short, and what is heard of a word until it is noticed is still words. */
const overSilence = 4
/** Faster, more of the first word would be heard fast than a person would not notice. */
const fastestOverSilence = 6

/** How fast silence is played to a person who listens at this rate. */
export function rateOverSilence(rate: number): number {
  return Math.max(rate, Math.min(fastestOverSilence, rate * overSilence))
}
