import { expect, test } from 'vitest'
import type { NotesPlan } from '../../../renderer/imports/import-plan.ts'
import {
  episodeText,
  importTitle,
  leftOutText,
  nothingNewText,
  planSentences,
} from '../../../renderer/imports/import-words.ts'

const plan: NotesPlan = {
  name: 'mine.csv',
  files: [{ name: 'mine.csv', kind: 'read', from: 'readwise', notes: 1, remark: null }],
  ...{ added: 0, changed: 0, same: 0, deletedHere: 0 },
  episodes: [],
  leftOut: [],
}

test('a plan is told in sentences, of one and of many, and of nothing not at all', () => {
  expect(planSentences({ ...plan, added: 1, same: 2000 })).toEqual([
    '1 note is new.',
    '2,000 notes are here already and stay as they are.',
  ])
  expect(planSentences({ ...plan, changed: 2, deletedHere: 1 })).toEqual([
    '2 notes that were imported before say more now and were not touched here since.',
    '1 note was deleted here and stays so.',
  ])
  expect(importTitle(plan)).toBe('Import “mine.csv”?')
  expect(importTitle({ ...plan, name: '3 files', files: [] })).toBe('Import 3 files?')
})

test('how an episode was found is said with how sure that is', () => {
  const episode = { id: 'a/b' as const, title: 'T', podcastTitle: 'P', notes: 1 }
  expect(episodeText({ ...episode, by: 'title' })).toBe(
    'P · 1 note · found by its title alone: see whether it is the one',
  )
  expect(episodeText({ ...episode, podcastTitle: '', notes: 2, by: null })).toBe('2 notes')
})

test('why there is nothing to import is told', () => {
  expect(nothingNewText({ ...plan, same: 3 })).toBe('All 3 notes are here already. Nothing was imported.')
  expect(nothingNewText(plan)).toBe('There are no notes in it. Nothing was imported.')
  expect(nothingNewText({ ...plan, files: [{ name: 'a.csv', kind: 'refused', reason: 'No.' }] })).toBe(
    'None of it could be read, so nothing was imported.',
  )
  expect(leftOutText({ reason: 'Highlights of books or articles', count: 1200 })).toBe(
    'Highlights of books or articles: 1,200',
  )
})
