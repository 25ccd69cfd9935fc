import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import type { Library } from '../../../../renderer/db/library.ts'
import { liveLibrary } from '../../../../renderer/db/live-library.ts'
import { findNoted, type NotedMemory } from '../../../../renderer/highlights/lanes/find-noted.ts'
import { knownHighlights, readHighlights } from '../../../../renderer/highlights/lanes/read-highlights.ts'
import type { Annotation } from '../../../../shared/models/annotation.ts'
import type { Highlight } from '../../../../shared/models/episode.ts'
import { madeNote } from '../../../shared/formats/made-notes.ts'
import { freshDatabase } from '../../fresh-database.ts'
import { madeEpisode } from '../../made-episodes.ts'
import { storeMade } from '../../stored-episodes.ts'

beforeEach(freshDatabase)

const idea: Highlight = { kind: 'main-idea', text: 'Small changes.' }
const other: Highlight = { kind: 'main-idea', text: 'Large ones.' }
const question: Highlight = { kind: 'other', label: 'Open question', text: 'Who decides?' }

/** As it stands now. */
async function libraryNow(): Promise<Library> {
  const library = liveLibrary(0)
  return new Promise((resolve) => {
    const stop = library.subscribe(() => {
      const latest = library.latest()
      if (latest === undefined) return
      stop()
      resolve(latest)
    })
  })
}

function noteOn(highlight: Highlight, number = 1): Annotation {
  const anchor = { kind: 'highlight' as const, highlightKind: highlight.kind, quote: highlight.text }
  return madeNote(number, { episodeId: 'night/a', anchor })
}

const going = new AbortController().signal

test('tells which highlights have notes, by their place in each lane they are listed in', async () => {
  await storeMade(madeEpisode('night', 'a', { highlights: [idea, question, other, idea] }))
  await storeMade(madeEpisode('night', 'b', { highlights: [idea] }))
  const notes = [noteOn(other), noteOn(question, 2), madeNote(3, { episodeId: 'night/b' })]
  const found = await findNoted(await libraryNow(), notes, new Map(), going)
  expect(found).toEqual(
    new Map([
      [
        'night/a',
        new Map([
          ['other', [0]],
          ['other/open question', [0]],
          ['main-idea', [1]],
        ]),
      ],
    ]),
  )
})

test('an episode is read again only when it or its notes changed', async () => {
  await storeMade(madeEpisode('night', 'a', { highlights: [idea, other] }))
  const memory: NotedMemory = new Map()
  const library = await libraryNow()
  const first = await findNoted(library, [noteOn(other)], memory, going)
  const known = memory.get('night/a')
  expect(await findNoted(library, [noteOn(other)], memory, going)).toEqual(first)
  expect(memory.get('night/a')).toBe(known)
  expect((await findNoted(library, [noteOn(idea)], memory, going))?.get('night/a')).toEqual(
    new Map([['main-idea', [0]]]),
  )

  await storeMade(madeEpisode('night', 'a', { highlights: [other, idea] }))
  expect((await findNoted(await libraryNow(), [noteOn(idea)], memory, going))?.get('night/a')).toEqual(
    new Map([['main-idea', [1]]]),
  )
})

test('whoever no longer wants to know gets nothing', async () => {
  await storeMade(madeEpisode('night', 'a', { highlights: [idea] }))
  expect(await findNoted(await libraryNow(), [noteOn(idea)], new Map(), AbortSignal.abort())).toBeNull()
})

test('words are read once, and again when the episode says something else', async () => {
  await storeMade(madeEpisode('night', 'a', { highlights: [idea] }))
  const [shelf] = (await libraryNow()).slots
  const wanted = {
    id: 'night/a' as const,
    podcastSlug: 'night',
    place: 0,
    revision: shelf?.row.revisions[0] ?? 0,
  }
  expect(knownHighlights(wanted)).toBeUndefined()
  await readHighlights([wanted], going)
  expect(knownHighlights(wanted)).toEqual([idea])
  expect(knownHighlights({ ...wanted, revision: 1 })).toBeUndefined()
})
