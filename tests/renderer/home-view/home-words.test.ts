import { expect, test } from 'vitest'
import { checkText, movedText } from '../../../renderer/home-view/home-words.ts'
import { madeStanding } from './made-standing.ts'

test('a check says that all is whole, or what is damaged and what is missing', () => {
  expect(checkText({ damaged: [], missing: [] })).toBe('All of it was read, and all of it is whole.')
  const file = 'journal/000000000001.journal'
  expect(checkText({ damaged: [{ file, ranges: 2, bytes: 40 }], missing: [{ from: 7, to: 7 }] })).toMatch(
    /^One file is damaged \(journal\/000000000001\.journal\)\. One entry is missing\. What is whole is used,/,
  )
  expect(
    checkText({
      damaged: [],
      missing: [
        { from: 2, to: 3 },
        { from: 1000, to: 2000 },
      ],
    }),
  ).toMatch(/^1,003 entries are missing\. /)
})

test('a move says where it is now, and that the folder before is kept', () => {
  const before = madeStanding({ folder: '/a' })
  expect(movedText(before, madeStanding({ folder: '/b' }))).toBe(
    'Your second home is now in /b. All of it was copied and compared. The folder where it was is kept as it is: /a. You may delete it.',
  )
  expect(movedText(before, before)).toBe('Your second home is now in /a.')
})

test('another home is not said to be a copy, nor what was left to be one that may be deleted', () => {
  const before = madeStanding({ folder: '/a', homeId: 'one' })
  const joined = movedText(before, madeStanding({ folder: '/b', homeId: 'other', lastNumber: 5 }))
  expect(joined).toBe(
    'Your second home is now in /b. There was one already: what it holds is put together with your library. The one in /a was left as it is.',
  )
  expect(movedText(before, madeStanding({ folder: '/b', homeId: 'new', lastNumber: 0 }))).toMatch(
    /It is filled from your library\./,
  )
})
