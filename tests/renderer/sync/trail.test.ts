import { expect, test } from 'vitest'
import { newTrail } from '../../../renderer/sync/trail.ts'
import type { PullRequest } from '../../../shared/models/sync.ts'
import { madeEpisode, madePage, madePodcast } from '../made-episodes.ts'

const request = (change: Partial<PullRequest> = {}): PullRequest => ({
  source: 'stenobird',
  podcastSlug: 'night',
  cursor: null,
  updatedSince: null,
  validator: null,
  path: 'api',
  episodeSlugs: [],
  ...change,
})
const page = madePage([madeEpisode('night', 'a')], { nextCursor: '1' })

test('has the whole list when everything was asked for from the first page on', () => {
  const trail = newTrail()
  trail.follow(request(), page)
  trail.follow(
    request({ cursor: '1' }),
    madePage([madeEpisode('night', 'b')], {
      unchangedSlugs: ['c'],
      broken: [
        { slug: 'd', reason: 'No title.' },
        { slug: null, reason: 'No slug.' },
      ],
    }),
  )
  expect(trail.whole).toBe(true)
  expect([...trail.listed].sort()).toEqual(['a', 'b', 'c', 'd'])
})

test.each([
  ['only what changed was asked for', request({ updatedSince: '2026-03-01T00:00:00.000Z' }), page],
  ['it was said what is known', request({ validator: 'kept' }), page],
  ['it went on where an earlier run had stopped', request({ cursor: '1' }), page],
  ['nothing changed', request(), { ...page, unchanged: true }],
])('does not have the whole list when %s', (_why, asked, answer) => {
  const trail = newTrail()
  trail.follow(asked, answer)
  expect(trail.whole).toBe(false)
})

test.each(['markdown-list', 'guide'] as const)('has it by the road “%s” whatever was said', (path) => {
  const trail = newTrail()
  trail.follow(request({ validator: 'kept', path }), { ...page, path })
  expect(trail.whole).toBe(true)
})

test('knows a cursor that comes again, and a list that brings nothing more', () => {
  const trail = newTrail()
  trail.follow(request(), page)
  trail.follow(request({ cursor: '1' }), madePage([madeEpisode('night', 'b')]))
  expect(trail.leadsNowhere('1')).toBe(true)
  expect(trail.leadsNowhere('2')).toBe(false)
  for (let cursor = 2; cursor < 40; cursor += 1) trail.follow(request({ cursor: `${cursor}` }), page)
  expect(trail.leadsNowhere('40')).toBe(true)
})

test('keeps how many episodes the service counts, and which are not this podcast’s', () => {
  const trail = newTrail()
  const stranger = madeEpisode('day', 'z')
  trail.follow(request(), {
    ...page,
    podcast: madePodcast('night', { episodeCount: 7 }),
    episodes: [stranger],
  })
  trail.follow(request({ cursor: '1' }), page)
  expect(trail.toldCount).toBe(7)
  expect([...trail.strangers]).toEqual(['z'])
})
