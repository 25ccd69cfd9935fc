import { expect, test } from 'vitest'
import { differenceOf } from '../../../renderer/home-view/snapshot-difference.ts'
import { bringBackSentences, countsText, notesSinceText } from '../../../renderer/home-view/snapshot-words.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { keptExamples } from '../../shared/kept/examples.ts'

const { annotations, drafts, listening, podcasts, queue, requests, settings } = keptExamples
const later = '2026-03-03T00:00:00.000Z'

function note(at: number, body: string, more: object = {}): KeptChange {
  const key = `0195a000-0000-7000-8000-${String(at).padStart(12, '0')}`
  const row = { ...annotations.row, id: key, body, ...more }
  return { ...annotations, key, updatedAt: row.updatedAt, row }
}

test('notes of a snapshot are as they are now, changed, or deleted; those written since are counted', () => {
  const then = [note(1, 'same'), note(2, 'was'), note(3, 'deleted'), note(4, 'lost')]
  const now = [
    note(1, 'same', { updatedAt: later }),
    note(2, 'is', { updatedAt: later }),
    note(3, 'deleted', { updatedAt: later, deletedAt: later }),
    note(5, 'new'),
    note(6, 'new and deleted', { deletedAt: later }),
  ]
  const difference = differenceOf(then, now)
  expect(difference.notes.map((each) => [each.note.body, each.now.kind])).toEqual([
    ['lost', 'deleted'],
    ['deleted', 'deleted'],
    ['was', 'changed'],
    ['same', 'same'],
  ])
  expect(difference.kinds.annotations).toEqual({ gone: 2, changed: 1, added: 1 })
  expect(difference.wishes.map(({ key, row }) => [key, row === null])).toEqual([
    [note(2, '').key, false],
    [note(3, '').key, false],
    [note(4, '').key, false],
    [note(5, '').key, true],
  ])
  expect(notesSinceText(difference)).toBe('Notes since then: 1 written, 1 changed, 2 deleted.')
})

test('requests, drafts and settings stay, and no podcast that was added since goes', () => {
  const then: KeptChange[] = [requests, drafts, settings]
  const added = differenceOf(then, [podcasts])
  expect(added.wishes).toEqual([])
  expect(bringBackSentences(added)).toEqual([])
  // What the service says of a podcast is not the person's to bring back.
  const renamed = { ...podcasts, row: { ...podcasts.row, title: 'Renamed by the service' } }
  expect(differenceOf([podcasts], [renamed]).wishes).toEqual([])
  expect(bringBackSentences(differenceOf([podcasts], []))).toEqual([
    '1 podcast that you removed since is added again.',
  ])
})

test('what will be done is said in numbers before', () => {
  const moved = { ...listening, row: { ...listening.row, positionSeconds: 900 } }
  const then = [note(1, 'was'), note(2, 'gone'), note(3, 'gone'), listening, queue]
  expect(bringBackSentences(differenceOf(then, [note(1, 'is'), note(9, 'new'), moved]))).toEqual([
    '2 notes that were deleted since come back.',
    '1 note gets the words it had then.',
    '1 note that you wrote since is deleted.',
    'In 1 episode you are where you were then.',
    'Up next is as it was then.',
  ])
})

test('a row that only a newer version understands is passed over', () => {
  expect(differenceOf([{ ...note(1, 'x'), row: { strange: true } }], []).wishes).toEqual([])
})

test('a snapshot says what it holds', () => {
  expect(countsText({ annotations: 1200, podcasts: 1 })).toBe('1,200 notes, 1 podcast')
  expect(countsText({ settings: 1 })).toBe('Nothing but settings')
  expect(countsText(null)).toMatch(/^Damaged/)
})
