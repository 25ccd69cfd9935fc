import { expect, test } from 'vitest'
import { everyHighlight } from '../../../../renderer/highlights/lanes/lane-choice.ts'
import { filteringLanes } from '../../../../renderer/highlights/lanes/lane-episodes.ts'
import { listLane } from '../../../../renderer/highlights/lanes/lane-items.ts'
import { markedItems } from '../../../../renderer/highlights/lanes/marked-items.ts'
import { allSteps } from '../../library/made-library.ts'
import { madeEpisode } from '../../made-episodes.ts'
import { libraryOf } from './made-lanes.ts'

/** The main ideas of episodes of some days of March, so many of each. */
function listed(...episodes: (readonly [slug: string, day: number, ideas: number])[]) {
  const library = libraryOf(
    episodes.map(([slug, day, ideas]) =>
      madeEpisode('night', slug, {
        publishedAt: `2026-03-${String(day).padStart(2, '0')}T00:00:00Z`,
        highlights: Array.from({ length: ideas }, (_, at) => ({ kind: 'main-idea', text: `${slug} ${at}` })),
      }),
    ),
  )
  const filtered = allSteps(filteringLanes(everyHighlight)(library))
  const { items } = allSteps(listLane(filtered, 'main-idea', 'any', new Map()))
  return markedItems(items, items.length)
}

const before = listed(['c', 3, 2], ['b', 2, 3], ['a', 1, 1])
/** The second of the three of `b`. */
const mark = before.markAt(3)
if (mark === null) throw new Error('No highlight.')

test('a highlight is found again below others that came', () => {
  expect(listed(['d', 4, 5], ['c', 3, 2], ['b', 2, 3]).whereOf(mark)).toEqual({ index: 8, isThere: true })
})

test('in place of one that is gone stands the next of its episode, or of the one before it', () => {
  expect(listed(['c', 3, 2], ['b', 2, 1], ['a', 1, 1]).whereOf(mark)).toEqual({ index: 3, isThere: false })
  expect(listed(['c', 3, 2], ['a', 1, 1]).whereOf(mark)).toEqual({ index: 2, isThere: false })
  expect(listed(['a', 1, 1]).whereOf(mark)).toEqual({ index: 0, isThere: false })
})
