import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import {
  allAnnotations,
  annotationsOf,
  annotationWith,
  countAnnotations,
  type NewAnnotation,
  writeAnnotation,
} from '../../../renderer/db/annotations.ts'
import { database } from '../../../renderer/db/database.ts'
import { keepDraft, readDraft } from '../../../renderer/db/drafts.ts'
import { episodeRow } from '../../../renderer/db/episodes.ts'
import { followPodcast } from '../../../renderer/db/podcasts.ts'
import { commitPage } from '../../../renderer/db/sync-pages.ts'
import { annotationOf, annotationRowSchema } from '../../../shared/models/annotation.ts'
import { freshDatabase } from '../fresh-database.ts'
import { lookedUp, madeEpisode, madePage, madePodcast } from '../made-episodes.ts'

const now = '2026-03-10T08:00:00.000Z'

function note(body: string, startSeconds = 60): NewAnnotation {
  return {
    episodeId: 'night/a',
    anchor: { kind: 'moment', startSeconds },
    body,
    context: {
      episodeTitle: 'Episode a',
      podcastTitle: 'Night',
      chapterTitle: 'Welcome',
      chapterStartSeconds: 0,
      durationSeconds: 2740,
    },
  }
}

beforeEach(async () => {
  await freshDatabase()
})

test('stores a note that its schema reads back the same', async () => {
  const written = await writeAnnotation(note('# Hostile \u0000 “text” — ---\n🙂 שלום'))
  expect(annotationRowSchema.parse(await database.annotations.get(written.id))).toEqual(written)
})

test('lists the notes of an episode by their time, and all of them newest first', async () => {
  const late = await writeAnnotation(note('late', 90))
  const early = await writeAnnotation(note('early', 30))
  const untimed = await writeAnnotation({
    ...note(''),
    anchor: { kind: 'highlight', highlightKind: 'main-idea', quote: 'Small changes.' },
  })
  expect((await annotationsOf('night/a')).map(({ id }) => id)).toEqual([early.id, late.id, untimed.id])
  expect((await allAnnotations()).map(({ id }) => id)).toEqual([untimed.id, early.id, late.id])
})

test('a note and the end of its draft are one transaction', async () => {
  const draft = {
    key: 'draft',
    episodeId: 'night/a',
    text: 'Half a',
    startSeconds: 3,
  } as const
  await keepDraft(draft)
  expect(await readDraft('draft')).toMatchObject(draft)
  await writeAnnotation({ ...note('Half a thought'), draftKey: 'draft' })
  expect(await readDraft('draft')).toBeUndefined()

  await keepDraft(draft)
  const { id } = await writeAnnotation(note('another'))
  const breakDown = (): never => {
    throw new Error('the machine stopped')
  }
  database.drafts.hook('deleting', breakDown)
  try {
    const written = writeAnnotation({ ...note('lost?'), draftKey: 'draft' })
    await expect(written).rejects.toThrow('the machine stopped')
  } finally {
    database.drafts.hook('deleting').unsubscribe(breakDown)
  }
  expect(await readDraft('draft')).toMatchObject(draft)
  expect((await allAnnotations())[0]?.id).toBe(id)
})

test('no page of a sync touches what a person wrote on its episodes', async () => {
  await followPodcast(lookedUp(madePodcast('night')), now)
  await commitPage('night', null, madePage([madeEpisode('night', 'a')]), now)
  const written = await writeAnnotation(note('Mine'))
  await keepDraft({ key: 'd', episodeId: 'night/a', text: 'typing', startSeconds: null })
  const reworded = madeEpisode('night', 'a', { title: 'Reworded', chapters: [], highlights: [] })
  await commitPage('night', null, madePage([reworded]), now)
  expect(await database.annotations.toArray()).toEqual([written])
  expect(await readDraft('d')).toMatchObject({ text: 'typing' })
  expect(await episodeRow('night/a')).toMatchObject({ title: 'Reworded' })
})

test('a note that was written under an id is never written again', async () => {
  const id = '0195a000-0000-7000-8000-00000000000a'
  await writeAnnotation({ ...note('once'), id, tags: ['Tea'], starred: true })
  await expect(writeAnnotation({ ...note('twice'), id })).rejects.toThrow()
  expect(await allAnnotations()).toMatchObject([{ id, body: 'once', tags: ['Tea'], starred: true }])
  expect(await annotationWith(id)).toMatchObject({ body: 'once' })
  expect(await countAnnotations()).toBe(1)
})

test('a note of an older version has all its parts when it is read, and stays as it is stored', async () => {
  const written = await writeAnnotation(note('old'))
  const { tags, starred, colour, tracking, placement, ...old } = written
  await database.annotations.put(old)
  const stored = await database.annotations.get(written.id)
  expect(stored).not.toHaveProperty('tags')
  expect(await annotationsOf('night/a')).toEqual([annotationOf(stored ?? old)])
  expect(await annotationWith(written.id)).toMatchObject({ tags: [], starred: false, colour: null })
})
