import { clockText } from '../../shared/time/clock.ts'
import type { PlaceQuestion } from './place-question.ts'

const dayAndTime = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
})

export function placeQuestionText({
  hereSeconds,
  there,
}: Pick<PlaceQuestion, 'hereSeconds' | 'there'>): string {
  const when = dayAndTime.format(Date.parse(there.heardAt))
  return `Continue at ${clockText(hereSeconds)}, or at ${clockText(there.positionSeconds)} where you were on ${when}?`
}
