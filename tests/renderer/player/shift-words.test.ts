import { expect, test } from 'vitest'
import { lengthsDiffer, lengthsText, offsetText } from '../../../renderer/player/shift-words.ts'

test.each([
  [1020, 1000, false],
  [1021, 1000, true],
  [979, 1000, true],
  [980, 1000, false],
  [null, 1000, false],
  [1000, null, false],
  [1000, 0, false],
])('lengths of %s and %s seconds differ: %s', (audio, stated, differ) => {
  expect(lengthsDiffer(audio, stated)).toBe(differ)
})

test('says how long the audio is, and what may be the reason', () => {
  expect(lengthsText(2830, 2740, true)).toBe(
    'This audio is 47:10 long, and the chapters were made for 45:40. Inserted adverts may put them in the wrong places. When you hear a chapter begin, say so:',
  )
  expect(lengthsText(2600, 2740, false)).toMatch(/A part that is missing .*Play it/)
})

test.each([
  [0, 'Chapters and notes are where the service tells them.'],
  [31, 'Chapters and notes are 31 seconds later than the service tells them.'],
  [-1, 'Chapters and notes are 1 second earlier than the service tells them.'],
  [90, 'Chapters and notes are 1:30 later than the service tells them.'],
])('tells a shift of %s seconds', (offset, text) => {
  expect(offsetText(offset)).toBe(text)
})
