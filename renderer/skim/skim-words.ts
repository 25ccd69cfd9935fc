import { clockText } from '../../shared/time/clock.ts'
import { rateText } from '../player/rates.ts'

/** "3 of 9 chapters, 21:40, at 1.5× 14:27"; without a length while none of theirs is known. */
export function tickedText(ticked: number, all: number, seconds: number | null, rate: number): string {
  const counted = `${ticked} of ${all} ${all === 1 ? 'chapter' : 'chapters'}`
  if (ticked === 0 || seconds === null) return counted
  const faster = rate === 1 ? '' : `, at ${rateText(rate)} ${clockText(seconds / rate)}`
  return `${counted}, ${clockText(seconds)}${faster}`
}
