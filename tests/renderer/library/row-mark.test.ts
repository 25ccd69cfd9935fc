import fc from 'fast-check'
import { expect, test } from 'vitest'
import { episodeList } from '../../../renderer/db/library.ts'
import { markedEpisodes, markedRows } from '../../../renderer/library/row-mark.ts'
import { episodeIdOf } from '../../../shared/models/identity.ts'
import { makeEpisodeRow } from './episode-row.ts'
import { makeLibrary } from './made-library.ts'

function listOf(...episodes: (readonly [slug: string, day: number])[]) {
  const { slots, order } = makeLibrary(
    episodes.map(([slug, day]) => makeEpisodeRow(slug, { publishedAtMs: Date.UTC(2026, 2, day) })),
  )
  return markedEpisodes(episodeList(slots, order.entries))
}

function markIn(list: ReturnType<typeof listOf>, slug: string) {
  const marks = Array.from({ length: list.count }, (_, index) => list.markAt(index))
  const mark = marks.find((each) => each?.key === episodeIdOf('night-shift', slug))
  if (mark == null) throw new Error(`No ${slug}.`)
  return mark
}

test('a row that is there is found wherever others came and went', () => {
  const mark = markIn(listOf(['c', 3], ['b', 2], ['a', 1]), 'b')
  expect(listOf(['e', 5], ['d', 4], ['c', 3], ['b', 2]).whereOf(mark)).toEqual({ index: 3, isThere: true })
})

test('a row is found also when its date is another now', () => {
  const mark = markIn(listOf(['c', 3], ['b', 2], ['a', 1]), 'b')
  expect(listOf(['b', 9], ['c', 3], ['a', 1]).whereOf(mark)).toEqual({ index: 0, isThere: true })
})

test('in place of one that is gone stands the next older one', () => {
  const mark = markIn(listOf(['c', 3], ['b', 2], ['a', 1]), 'b')
  expect(listOf(['c', 3], ['a', 1]).whereOf(mark)).toEqual({ index: 1, isThere: false })
  expect(listOf(['d', 4], ['c', 3]).whereOf(mark)).toEqual({ index: 2, isThere: false })
  expect(listOf(['a', 1]).whereOf(mark)).toEqual({ index: 0, isThere: false })
})

test('of many with one date, as a feed that was moved has them, the place among them is kept', () => {
  const many = Array.from({ length: 50 }, (_, index) => [`e${String(index).padStart(2, '0')}`, 4] as const)
  const mark = markIn(listOf(...many), 'e30')
  const rest = many.filter(([slug]) => slug !== 'e30' && slug !== 'e10')
  expect(listOf(...rest).whereOf(mark)).toEqual({ index: 29, isThere: false })
})

test('where one would stand that is gone is where it stands once it is back', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 40 }),
      fc.nat(),
      (days, pick) => {
        const all = days.map((day, index) => [`e${index}`, day] as const)
        const gone = all[pick % all.length]
        if (gone === undefined) return
        const mark = markIn(listOf(...all), gone[0])
        const there = listOf(...all).whereOf(mark)
        const without = all.filter((each) => each !== gone)
        if (without.length === 0) return
        expect(there.isThere).toBe(true)
        expect(listOf(...without).whereOf(mark)).toEqual({ index: there.index, isThere: false })
      },
    ),
  )
})

test('in a list that no date orders, what came after one that is gone stands in its place', () => {
  const rowsOf = (...keys: string[]) =>
    markedRows(
      keys.length,
      (index) => keys[index],
      (key) => keys.indexOf(key),
    )
  const mark = rowsOf('a', 'b', 'c').markAt(1)
  if (mark === null) throw new Error('No row.')
  expect(rowsOf('x', 'a', 'b').whereOf(mark)).toEqual({ index: 2, isThere: true })
  expect(rowsOf('a', 'c').whereOf(mark)).toEqual({ index: 1, isThere: false })
  expect(rowsOf().whereOf(mark)).toEqual({ index: 0, isThere: false })
  expect(rowsOf('a').markAt(1)).toBeNull()
})
