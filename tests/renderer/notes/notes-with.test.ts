import { describe, expect, test } from 'vitest'
import { notesWith } from '../../../renderer/notes/notes-with.ts'
import { type Anchor, type Annotation, annotationOf } from '../../../shared/models/annotation.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'

function note(id: string, episodeId: EpisodeId, body: string, anchor?: Anchor): Annotation {
  return annotationOf({
    id,
    episodeId,
    anchor: anchor ?? { kind: 'moment', startSeconds: 10 },
    body,
    context: {
      episodeTitle: `Title of ${episodeId}`,
      podcastTitle: 'Night Shift',
      chapterTitle: null,
      chapterStartSeconds: null,
      durationSeconds: null,
    },
    createdAt: '2026-03-04T10:00:00.000Z',
    updatedAt: '2026-03-04T10:00:00.000Z',
    deletedAt: null,
  })
}

describe('notes that hold what was typed', () => {
  const notes = [
    note('1', 'night/a', 'The café closes when the queue drains'),
    note('2', 'night/b', '', { kind: 'highlight', highlightKind: 'main-idea', quote: 'A tall wall.' }),
  ]

  test('are all of them while nothing is typed', () => {
    expect(notesWith('  ', notes)).toEqual(notes)
  })

  test('hold every word, whatever the case, accents and order', () => {
    expect(notesWith('QUEUE cafe', notes).map(({ id }) => id)).toEqual(['1'])
    expect(notesWith('queue wall', notes)).toEqual([])
  })

  test('are found by their quote and by their episode', () => {
    expect(notesWith('tall', notes).map(({ id }) => id)).toEqual(['2'])
    expect(notesWith('night/b', notes).map(({ id }) => id)).toEqual(['2'])
  })
})
