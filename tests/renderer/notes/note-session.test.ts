import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { changeAnnotations } from '../../../renderer/db/annotation-edits.ts'
import { annotationWith, writeAnnotation } from '../../../renderer/db/annotations.ts'
import { contentOf } from '../../../renderer/notes/edited-content.ts'
import { beginSession } from '../../../renderer/notes/note-session.ts'
import { newlyTracked } from '../../../shared/tracking/standing.ts'
import { freshDatabase } from '../fresh-database.ts'
import { madeEpisode } from '../made-episodes.ts'
import { storeMade } from '../stored-episodes.ts'

beforeEach(freshDatabase)

test('what is typed into one field leaves what became of the others meanwhile', async () => {
  const episode = madeEpisode('tea-and-talk', 'on-steeping')
  await storeMade(episode)
  const note = await writeAnnotation({
    episodeId: episode.id,
    anchor: { kind: 'moment', startSeconds: 5 },
    context: {
      episodeTitle: 'On Steeping',
      podcastTitle: 'Tea',
      chapterTitle: null,
      chapterStartSeconds: null,
      durationSeconds: null,
    },
    body: 'As it was.',
  })
  const content = contentOf(note)
  const session = beginSession({
    noteId: note.id,
    episodeId: note.episodeId,
    stored: content,
    draftKey: null,
  })
  await changeAnnotations([note.id], 'edited', () => ({ body: 'Of another computer.', tags: ['tea'] }))

  const tracking = { ...newlyTracked, note: 'It went well.' }
  expect(await session.write({ ...content, tracking })).toMatchObject({ ok: true })
  expect(await session.write({ ...content, tracking, starred: true })).toMatchObject({ ok: true })
  expect(await annotationWith(note.id)).toMatchObject({
    body: 'Of another computer.',
    tags: ['tea'],
    starred: true,
    tracking,
  })
})
