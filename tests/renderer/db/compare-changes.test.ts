import { expect, test } from 'vitest'
import { effectOf } from '../../../renderer/db/compare-changes.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { keptExamples } from '../../shared/kept/examples.ts'

const { annotations, requests } = keptExamples
const at = '2026-05-01T00:00:00.000Z'
const deletedNote: KeptChange = { ...annotations, row: { ...annotations.row, deletedAt: at } }
const unlisted: KeptChange = { ...requests, row: { ...requests.row, removedAt: at } }
const gone: KeptChange = { ...annotations, row: null }

test.each([
  ['a note that was not there', null, annotations, 'added'],
  ['a note that is another', annotations, annotations, 'changed'],
  ['a note whose row stays, deleted', annotations, deletedNote, 'deleted'],
  ['a note that is there again', deletedNote, annotations, 'added'],
  ['a note without its row', annotations, gone, 'deleted'],
  ['a deletion of what never was here', null, gone, null],
  ['a deleted note that never was here', null, deletedNote, null],
  ['a request that was taken off the list', requests, unlisted, 'deleted'],
  ['a request that is on the list again', unlisted, requests, 'added'],
  ['a request of old, which says nothing of that', null, requests, 'added'],
  ['a request that was off the list before it came', null, unlisted, null],
] as const)('%s: what a person sees of it', (_what, before, after, effect) => {
  expect(effectOf(before, after)).toBe(effect)
})
