import { expect, test } from 'vitest'
import { readEpisodeList } from '../../../../electron/stenobird/reader/read-json.ts'
import { unpack } from '../../../../shared/packed.ts'

function listOf(...episodes: object[]) {
  const reading = readEpisodeList({ podcastSlug: 'show', text: JSON.stringify({ episodes }) })
  if (reading.kind !== 'read') throw new Error(reading.kind)
  return { ...reading.value, episodes: unpack(reading.value.episodes) }
}

const own = { podcast: { slug: 'show', title: 'Show' } }
const renamed = { podcast: { slug: 'the-show', title: 'Show' } }
const now = { slug: 'a', title: 'Now', updated_at: '2026-03-05T00:00:00Z', ...own }
const formerly = { ...now, title: 'Formerly', updated_at: '2026-03-04T00:00:00Z' }
const undated = { ...now, title: 'Undated', updated_at: null }

test.each([
  ['the older first', [formerly, now], 'Now'],
  ['the older last', [now, formerly], 'Now'],
  ['no telling which is older', [now, undated], 'Undated'],
])('of two versions of an episode the newer counts: %s', (_order, episodes, title) => {
  expect(listOf(...episodes).episodes).toMatchObject([{ slug: 'a', title }])
})

test('an episode of another podcast is not taken in, and is told of', () => {
  const stranger = { slug: 'b', title: 'B', podcast: { slug: 'other', title: 'Other' } }
  const { episodes, broken } = listOf(now, stranger, { slug: 'c', title: 'C' })
  expect(episodes.map(({ slug }) => slug)).toEqual(['a', 'c'])
  expect(broken).toEqual([{ slug: 'b', reason: expect.stringContaining('“other”') }])
})

test('a podcast whose episodes all name another slug has got a new one', () => {
  const { episodes, broken } = listOf(
    { slug: 'a', title: 'A', ...renamed },
    { slug: 'b', title: 'B', ...renamed },
  )
  expect(episodes.map(({ id }) => id)).toEqual(['show/a', 'show/b'])
  expect(broken).toEqual([])
})
