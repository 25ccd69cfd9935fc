import { expect, test } from 'vitest'
import type { ListeningRow } from '../../../renderer/db/rows.ts'
import { originOf, otherPlace } from '../../../renderer/player/other-place.ts'
import type { HeardPiece } from '../../../shared/models/heard.ts'

const day = (number: number, hour = 8) =>
  `2026-03-${String(number).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`
const ms = (at: string) => Date.parse(at)

/** Heard on one computer on the 4th, from where the person was on the 3rd. */
const onTheFourth: HeardPiece = {
  id: '0195a000-0000-7000-8000-000000000001',
  how: 'played',
  episodeId: 'night/a',
  day: '2026-03-04',
  intervals: [[700, 2402]],
  spentSeconds: 1702,
  endSeconds: 2402,
  createdAt: day(4),
  updatedAt: day(4, 9),
}

const at = (positionSeconds: number, change: Partial<ListeningRow>): ListeningRow => ({
  episodeId: 'night/a',
  positionSeconds,
  durationSeconds: 3600,
  heardAtMs: ms(day(5, 9)),
  finishedAt: null,
  counted: true,
  ...change,
})

const loadedOnTheFifth = { loadedAtMs: ms(day(5)), basedOnMs: ms(day(3)) }

test('a copy that was behind and was heard since does not hide where the person was in between', () => {
  const other = { positionSeconds: 2402, heardAt: day(4, 9) }
  expect(otherPlace(at(761, loadedOnTheFifth), [onTheFourth])).toEqual(other)
})

test('who knew of it and went back is not asked', () => {
  const known = originOf(at(2402, { heardAtMs: ms(day(4, 9)) }), [onTheFourth], ms(day(5)))
  expect(otherPlace(at(761, known), [onTheFourth])).toBeNull()
})

test('who goes back in the same sitting is not asked', () => {
  const sameRun = { loadedAtMs: ms(day(4, 7)), basedOnMs: ms(day(3)) }
  expect(otherPlace(at(761, sameRun), [onTheFourth])).toBeNull()
})

test('less than a minute back, or forward, asks nothing; nor does a row that tells nothing of its past', () => {
  expect(otherPlace(at(2350, loadedOnTheFifth), [onTheFourth])).toBeNull()
  expect(otherPlace(at(3000, loadedOnTheFifth), [onTheFourth])).toBeNull()
  expect(otherPlace(at(761, {}), [onTheFourth])).toBeNull()
})
