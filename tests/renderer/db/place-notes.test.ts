import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import {
  changeAnnotations,
  deleteAnnotations,
  editAnnotation,
} from '../../../renderer/db/annotation-edits.ts'
import { undoLastEdit } from '../../../renderer/db/annotation-undo.ts'
import { annotationsOf, annotationWith, writeAnnotation } from '../../../renderer/db/annotations.ts'
import { database } from '../../../renderer/db/database.ts'
import { mergeChanges, nothingMerged } from '../../../renderer/db/merge-changes.ts'
import { placeAllOnce } from '../../../renderer/db/place-all.ts'
import { followPodcast } from '../../../renderer/db/podcasts.ts'
import { storeEpisode } from '../../../renderer/db/store-episode.ts'
import { commitPage } from '../../../renderer/db/sync-pages.ts'
import { noteContext } from '../../../shared/anchoring/note-context.ts'
import type { Anchor } from '../../../shared/models/anchor.ts'
import type { Annotation } from '../../../shared/models/annotation.ts'
import type { Episode } from '../../../shared/models/episode.ts'
import { freshDatabase } from '../fresh-database.ts'
import { lookedUp, madeEpisode, madePage, madePodcast } from '../made-episodes.ts'

const now = '2026-03-10T08:00:00.000Z'
const later = '2026-03-11T08:00:00.000Z'
const [was, reworded] = [
  'Test your backups every month by restoring them to a clean machine.',
  'Restore your backups to a clean machine each month to test them.',
]
const onQuote: Anchor = { kind: 'highlight', highlightKind: 'main-idea', quote: was }

function episode(text: string | null, change: Partial<Episode> = {}): Episode {
  const highlights = text === null ? [] : [{ kind: 'main-idea' as const, text }]
  return madeEpisode('night', 'a', { highlights, ...change })
}

async function note(anchor: Anchor = onQuote): Promise<Annotation> {
  const context = noteContext(episode(was), anchor.startSeconds ?? null)
  return writeAnnotation({ episodeId: 'night/a', anchor, body: 'mine', context })
}

/** As a sync does. */
async function sync(...episodes: Episode[]): Promise<void> {
  expect(await commitPage('night', null, madePage(episodes), later)).toMatchObject({ kind: 'committed' })
}

beforeEach(async () => {
  await freshDatabase()
  await followPodcast(lookedUp(madePodcast('night')), now)
  await storeEpisode(episode(was), now)
})

test('a sync that rewords a highlight takes its note along, and leaves the row as the person made it', async () => {
  const made = await note()
  const [row, unsent] = [await database.annotations.get(made.id), await database.unsent.toArray()]
  await sync(episode(reworded))
  expect(await annotationsOf('night/a')).toMatchObject([
    {
      anchor: { quote: reworded },
      updatedAt: made.updatedAt,
      placement: { how: 'quote', was: { anchor: onQuote }, placedAt: later },
    },
  ])
  expect(await database.annotations.get(made.id)).toEqual(row)
  expect(await database.unsent.toArray()).toEqual(unsent)
})

test('an episode that is read by itself does so as well, and one without news changes nothing', async () => {
  await note()
  await storeEpisode(episode(reworded), later)
  const placed = await database.placements.toArray()
  expect(placed).toHaveLength(1)
  await storeEpisode(episode(reworded), '2026-03-12T08:00:00.000Z')
  await storeEpisode(episode(reworded, { summary: 'Other.' }), '2026-03-12T08:00:00.000Z')
  expect(await database.placements.toArray()).toEqual(placed)
})

test('an episode that is again as it was has its note where it was made', async () => {
  const made = await note()
  await sync(episode(reworded))
  await sync(episode(was))
  expect(await annotationWith(made.id)).toEqual(made)
  expect(await database.placements.count()).toBe(0)
})

test('words that are written on a note that followed leave its place alone', async () => {
  const made = await note()
  await sync(episode(reworded))
  await editAnnotation(made.id, null, { body: 'more' })
  expect(await annotationWith(made.id)).toMatchObject({ body: 'more', anchor: { quote: reworded } })
  await sync(episode(was))
  expect(await annotationWith(made.id)).toMatchObject({ body: 'more', anchor: onQuote, placement: null })
})

test('what waits is placed by the person, and can be undone, also after another sync', async () => {
  const made = await note()
  await sync(episode(null))
  expect(await annotationWith(made.id)).toMatchObject({ anchor: onQuote, placement: { how: 'unplaced' } })
  const anchor: Anchor = { kind: 'moment', startSeconds: 90 }
  const context = noteContext(episode(null), 90)
  await changeAnnotations([made.id], 'edited', () => ({ anchor, context, placement: null }))
  expect(await annotationWith(made.id)).toMatchObject({ anchor, placement: null })
  await sync(episode(null, { summary: 'Other.' }))
  expect(await annotationWith(made.id)).toMatchObject({ anchor, placement: null })
  await undoLastEdit()
  expect(await annotationWith(made.id)).toMatchObject({ anchor: onQuote, placement: { how: 'unplaced' } })
})

test('what the person leaves as it is waits no more, until the service has something else to suggest', async () => {
  const made = await note()
  await sync(episode(null))
  const { placement = null } = (await annotationWith(made.id)) ?? {}
  if (placement === null) throw new Error('not unplaced')
  await changeAnnotations([made.id], 'edited', () => ({ placement: { ...placement, how: 'left' } }))
  expect((await annotationWith(made.id))?.placement?.how).toBe('left')
  await sync(episode(null, { summary: 'Other.' }))
  expect((await annotationWith(made.id))?.placement?.how).toBe('left')
  await sync(episode('Restore some backups to a machine, at times.'))
  expect((await annotationWith(made.id))?.placement).toMatchObject({
    how: 'unplaced',
    suggestion: { how: 'quote' },
  })
  await sync(episode(null))
  expect((await annotationWith(made.id))?.placement?.how).toBe('left')
  await undoLastEdit()
  expect((await annotationWith(made.id))?.placement?.how).toBe('unplaced')
})

test('a deleted note is placed as well, for the day it comes back', async () => {
  const made = await note()
  await deleteAnnotations([made.id])
  await sync(episode(reworded))
  await undoLastEdit()
  expect(await annotationWith(made.id)).toMatchObject({ anchor: { quote: reworded } })
})

test('a transaction that breaks leaves both the episode and the places as they were', async () => {
  const made = await note()
  const breakDown = (): never => {
    throw new Error('the machine stopped')
  }
  database.placements.hook('creating', breakDown)
  await expect(commitPage('night', null, madePage([episode(reworded)]), later)).rejects.toThrow('stopped')
  database.placements.hook('creating').unsubscribe(breakDown)
  expect(await annotationWith(made.id)).toEqual(made)
  await sync(episode(reworded))
  expect(await annotationWith(made.id)).toMatchObject({ anchor: { quote: reworded } })
})

test('notes that come from elsewhere are placed in the episode as it is here, whichever comes first', async () => {
  const made = await note()
  const row = await database.annotations.get(made.id)
  const change = { kind: 'annotations' as const, key: made.id, updatedAt: made.updatedAt, row }
  await database.annotations.clear()
  await database.tombstones.clear()
  await sync(episode(reworded))
  await mergeChanges([change], nothingMerged())
  expect(await annotationWith(made.id)).toMatchObject({ anchor: { quote: reworded } })

  await freshDatabase()
  await mergeChanges([change], nothingMerged())
  expect(await annotationWith(made.id)).toMatchObject({ anchor: onQuote, placement: null })
  await followPodcast(lookedUp(madePodcast('night')), now)
  await sync(episode(reworded))
  expect(await annotationWith(made.id)).toMatchObject({ anchor: { quote: reworded } })
})

test('an edit on another computer, later or not, neither loses to a place found here nor takes it away', async () => {
  const made = await note()
  const row = await database.annotations.get(made.id)
  await sync(episode(reworded))
  const updatedAt = new Date(Date.parse(made.updatedAt) + 1).toISOString()
  const change = {
    kind: 'annotations' as const,
    key: made.id,
    updatedAt,
    row: { ...row, body: 'edited', updatedAt },
  }
  await mergeChanges([change], nothingMerged())
  expect(await annotationWith(made.id)).toMatchObject({ body: 'edited', anchor: { quote: reworded } })
})

test('notes of older versions are placed once, and not again', async () => {
  const made = await note()
  await sync(episode(reworded))
  await database.placements.clear()
  await placeAllOnce()
  expect(await annotationWith(made.id)).toMatchObject({ anchor: { quote: reworded } })
  await database.placements.clear()
  await placeAllOnce()
  expect(await database.placements.count()).toBe(0)
})
