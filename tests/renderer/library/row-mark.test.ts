import fc from 'fast-check'
import { expect, test } from 'vitest'
import { episodeList } from '../../../renderer/db/library.ts'
import { markOf, whereOf } from '../../../renderer/library/row-mark.ts'
import { makeEpisodeRow } from './episode-row.ts'
import { makeLibrary, rowsOf } from './made-library.ts'

function listOf(...episodes: (readonly [slug: string, day: number])[]) {
  const { slots, order } = makeLibrary(
    episodes.map(([slug, day]) => makeEpisodeRow(slug, { publishedAtMs: Date.UTC(2026, 2, day) })),
  )
  return episodeList(slots, order.entries)
}

function markIn(list: ReturnType<typeof listOf>, slug: string) {
  const row = rowsOf(list).find(({ title }) => title === slug)
  if (row === undefined) throw new Error(`No ${slug}.`)
  return markOf(row)
}

test('a row that is there is found wherever others came and went', () => {
  const mark = markIn(listOf(['c', 3], ['b', 2], ['a', 1]), 'b')
  expect(whereOf(listOf(['e', 5], ['d', 4], ['c', 3], ['b', 2]), mark)).toEqual({ index: 3, isThere: true })
})

test('a row is found also when its date is another now', () => {
  const mark = markIn(listOf(['c', 3], ['b', 2], ['a', 1]), 'b')
  expect(whereOf(listOf(['b', 9], ['c', 3], ['a', 1]), mark)).toEqual({ index: 0, isThere: true })
})

test('in place of one that is gone stands the next older one', () => {
  const mark = markIn(listOf(['c', 3], ['b', 2], ['a', 1]), 'b')
  expect(whereOf(listOf(['c', 3], ['a', 1]), mark)).toEqual({ index: 1, isThere: false })
  expect(whereOf(listOf(['d', 4], ['c', 3]), mark)).toEqual({ index: 2, isThere: false })
  expect(whereOf(listOf(['a', 1]), mark)).toEqual({ index: 0, isThere: false })
})

test('of many with one date, as a feed that was moved has them, the place among them is kept', () => {
  const many = Array.from({ length: 50 }, (_, index) => [`e${String(index).padStart(2, '0')}`, 4] as const)
  const mark = markIn(listOf(...many), 'e30')
  const rest = many.filter(([slug]) => slug !== 'e30' && slug !== 'e10')
  expect(whereOf(listOf(...rest), mark)).toEqual({ index: 29, isThere: false })
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
        const there = whereOf(listOf(...all), mark)
        const without = all.filter((each) => each !== gone)
        if (without.length === 0) return
        expect(there.isThere).toBe(true)
        expect(whereOf(listOf(...without), mark)).toEqual({ index: there.index, isThere: false })
      },
    ),
  )
})
