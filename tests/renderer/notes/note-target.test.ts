import { describe, expect, test } from 'vitest'
import {
  draftKey,
  highlightAnchor,
  isNoteOn,
  type NoteTarget,
  targetOfDraft,
  targetStart,
  unfinishedNear,
} from '../../../renderer/notes/note-target.ts'
import { annotationOf } from '../../../shared/models/annotation.ts'
import { type Highlight, highlightKinds } from '../../../shared/models/episode.ts'

const episodeId = 'day-two-devops/d2do295'

function keptAs(target: NoteTarget) {
  return {
    key: draftKey(target),
    episodeId: target.episodeId,
    text: 'half a thought',
    startSeconds: targetStart(target),
    updatedAt: '2026-03-04T10:00:00.000Z',
  } as const
}

function moment(draftId: string, startSeconds: number): NoteTarget {
  return { kind: 'moment', episodeId, draftId, startSeconds }
}

describe('a kept draft', () => {
  test('is told back to the moment it is written at', () => {
    const target = moment('one', 761)
    expect(targetOfDraft(keptAs(target))).toEqual(target)
  })

  test('is told back to the note it changes', () => {
    const target: NoteTarget = { kind: 'edit', episodeId, annotationId: 'a1' }
    expect(targetOfDraft(keptAs(target))).toEqual(target)
  })

  test.each(highlightKinds)('is told back to a highlight of kind %s, whatever its words', (kind) => {
    const highlight: Highlight = { kind, text: 'other failure-mode  two  spaces\nand a line' }
    const target: NoteTarget = { kind: 'highlight', episodeId, highlight: highlightAnchor(highlight) }
    expect(targetOfDraft(keptAs(target))).toEqual(target)
  })

  test('keeps the time of its highlight', () => {
    const highlight: Highlight = { kind: 'main-idea', text: 'Slow is smooth.', startSeconds: 12 }
    const target: NoteTarget = { kind: 'highlight', episodeId, highlight: highlightAnchor(highlight) }
    expect(targetOfDraft(keptAs(target))).toEqual(target)
  })

  test('of a kind that is not ours belongs nowhere', () => {
    expect(targetOfDraft({ ...keptAs(moment('one', 1)), key: 'chapter 4' })).toBeNull()
  })

  test('has a key of its own for each new note, at the same moment too', () => {
    expect(draftKey(moment('one', 761))).not.toBe(draftKey(moment('two', 761)))
  })
})

describe('an unfinished note nearby', () => {
  test('is gone on with, the nearest first', () => {
    const near = [moment('a', 100), moment('b', 118), moment('c', 140)]
    expect(unfinishedNear(near, 120)).toEqual(moment('b', 118))
  })

  test('is left alone when it is of another moment or on a highlight', () => {
    const elsewhere: NoteTarget[] = [
      moment('a', 40),
      {
        kind: 'highlight',
        episodeId,
        highlight: { kind: 'highlight', highlightKind: 'other', quote: 'x', startSeconds: 120 },
      },
    ]
    expect(unfinishedNear(elsewhere, 120)).toBeNull()
  })
})

test('a note belongs to the highlight of its kind and words only', () => {
  const highlight: Highlight = { kind: 'main-idea', text: 'Slow is smooth.' }
  const note = annotationOf({
    id: '0190a0b0-0000-7000-8000-000000000000',
    episodeId,
    anchor: highlightAnchor(highlight),
    body: 'yes',
    context: {
      episodeTitle: '',
      podcastTitle: '',
      chapterTitle: null,
      chapterStartSeconds: null,
      durationSeconds: null,
    },
    createdAt: '2026-03-04T10:00:00.000Z',
    updatedAt: '2026-03-04T10:00:00.000Z',
    deletedAt: null,
  })
  expect(isNoteOn(highlight, note)).toBe(true)
  expect(isNoteOn({ kind: 'failure-mode', text: 'Slow is smooth.' }, note)).toBe(false)
  expect(isNoteOn({ kind: 'main-idea', text: 'Slow is slow.' }, note)).toBe(false)
  expect(isNoteOn(highlight, { ...note, anchor: { kind: 'moment', startSeconds: 1 } })).toBe(false)
})
