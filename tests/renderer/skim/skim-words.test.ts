import { expect, it } from 'vitest'
import { tickedText } from '../../../renderer/skim/skim-words.ts'

it.each([
  [0, 9, 0, 1, '0 of 9 chapters'],
  [3, 9, 1300, 1, '3 of 9 chapters, 21:40'],
  [3, 9, 1300, 1.5, '3 of 9 chapters, 21:40, at 1.5× 14:26'],
  [1, 1, null, 2, '1 of 1 chapter'],
] as const)('%d of %d, %j seconds, at speed %d: %s', (ticked, all, seconds, rate, text) =>
  expect(tickedText(ticked, all, seconds, rate)).toBe(text),
)
