import 'fake-indexeddb/auto'

import { beforeEach, expect, test, vi } from 'vitest'
import { remember } from '../../../renderer/db/memory.ts'
import { freshDatabase } from '../fresh-database.ts'

beforeEach(freshDatabase)

/** The module as a start of the app has it. */
async function started() {
  vi.resetModules()
  const module = await import('../../../renderer/library/list-places.ts')
  await module.restoreListPlaces()
  return module
}

function markOf(slug: string) {
  return { key: `night-shift/${slug}`, publishedAtMs: Date.UTC(2026, 2, 4), index: 7 }
}

const nowhere = { top: null, reached: null }

test('where a person is in each list is known again after a restart', async () => {
  const { keepListPlace, flushListPlaces } = await started()
  keepListPlace('library', { top: { ...markOf('a'), pixelsInto: -12.5 } })
  keepListPlace('library', { reached: markOf('b') })
  keepListPlace('a podcast', { reached: markOf('c') })
  await flushListPlaces()

  const { listPlaceOf } = await started()
  expect(listPlaceOf('library')).toEqual({ top: { ...markOf('a'), pixelsInto: -12.5 }, reached: markOf('b') })
  expect(listPlaceOf('a podcast')).toEqual({ top: null, reached: markOf('c') })
  expect(listPlaceOf('another')).toEqual(nowhere)
})

test('a list at whose top one is again is a list as any other', async () => {
  const { keepListPlace, flushListPlaces } = await started()
  keepListPlace('library', { top: { ...markOf('a'), pixelsInto: 0 } })
  keepListPlace('library', { top: null })
  await flushListPlaces()
  const { listPlaceOf } = await started()
  expect(listPlaceOf('library')).toEqual(nowhere)
})

test('of lists that are never seen again those that were used last stay', async () => {
  const { keepListPlace, listPlaceOf } = await started()
  keepListPlace('library', { reached: markOf('a') })
  for (let index = 0; index < 200; index += 1) {
    keepListPlace(`typed ${index}`, { reached: markOf('b') })
    keepListPlace('library', { reached: markOf('a') })
  }
  expect(listPlaceOf('library').reached).toEqual(markOf('a'))
  expect(listPlaceOf('typed 199').reached).toEqual(markOf('b'))
  expect(listPlaceOf('typed 0')).toEqual(nowhere)
})

test('what another version of Earmark remembered otherwise is forgotten', async () => {
  await remember('list-places', [['library', { top: 500 }]])
  const { listPlaceOf } = await started()
  expect(listPlaceOf('library')).toEqual(nowhere)
})

test('the same choice is the same list, in whichever order it was made', async () => {
  const { libraryKey } = await started()
  const chosen = { podcastSlug: null, topics: ['SRE', 'AI'], matching: 'all', query: '' } as const
  expect(libraryKey({ ...chosen, topics: ['AI', 'SRE'] })).toBe(libraryKey(chosen))
  expect(libraryKey({ ...chosen, topics: ['AI'], matching: 'any' })).toBe(
    libraryKey({ ...chosen, topics: ['AI'] }),
  )
  expect(libraryKey({ ...chosen, matching: 'any' })).not.toBe(libraryKey(chosen))
  expect(libraryKey({ ...chosen, podcastSlug: 'tea' })).not.toBe(libraryKey(chosen))
  expect(libraryKey({ ...chosen, query: 'is:unheard' })).not.toBe(libraryKey(chosen))
})
