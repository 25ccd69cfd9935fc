import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { dossierText } from '../../../renderer/archive/tasks/dossier-text.ts'
import { writeAnnotation } from '../../../renderer/db/annotations.ts'
import { database } from '../../../renderer/db/database.ts'
import { episodesWithTopic } from '../../../renderer/db/topic-episodes.ts'
import { madeNote } from '../../shared/formats/made-notes.ts'
import { freshDatabase } from '../fresh-database.ts'
import { madeEpisode } from '../made-episodes.ts'
import { storeMade } from '../stored-episodes.ts'

beforeEach(freshDatabase)

test('are those that have it, of podcasts that are followed', async () => {
  await storeMade(madeEpisode('night', 'a', { topics: ['Tea', 'Cups'] }))
  await storeMade(madeEpisode('night', 'b', { topics: ['Cups'] }))
  await storeMade(madeEpisode('day', 'a', { topics: ['Tea'] }))
  await storeMade(madeEpisode('gone', 'a', { topics: ['Tea'] }))
  await database.podcasts.delete('gone')
  expect((await episodesWithTopic('Tea')).sort()).toEqual(['day/a', 'night/a'])
  expect(await episodesWithTopic('tea')).toEqual([])
})

test('the dossier is made of them and of what the person wrote on them', async () => {
  await storeMade(
    madeEpisode('night', 'a', {
      topics: ['Tea'],
      highlights: [{ kind: 'main-idea', text: 'Small leaves.' }],
    }),
  )
  const { context } = madeNote(1)
  await writeAnnotation({
    ...{ episodeId: 'night/a', context, body: 'Which shop?' },
    anchor: { kind: 'highlight', highlightKind: 'main-idea', quote: 'Small leaves.' },
  })
  const shown: number[] = []
  const parts = {
    ask: () => Promise.reject(new Error('Nobody is asked.')),
    show: (done: number) => void shown.push(done),
    stop: new AbortController().signal,
  }
  const made = await dossierText({ topic: 'Tea', createdAt: '2026-11-30T08:00:00.000Z' }, parts)
  expect(made.ok && made.value).toContain('- Small leaves.')
  expect(made.ok && made.value).toContain('  > Which shop?')
  expect(shown).toEqual([1])
})
