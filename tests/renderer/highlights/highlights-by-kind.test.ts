import { expect, test } from 'vitest'
import { byKind } from '../../../renderer/highlights/highlights-by-kind.ts'
import type { Highlight } from '../../../shared/models/episode.ts'

test('groups highlights in the order of the kinds, keeps their own order, leaves empty kinds out', () => {
  const highlights: Highlight[] = [
    { kind: 'other', text: 'a question', label: 'Open question' },
    { kind: 'main-idea', text: 'first' },
    { kind: 'failure-mode', text: 'the pager' },
    { kind: 'main-idea', text: 'second' },
  ]
  const groups = byKind(highlights, (highlight) => highlight)
  expect(groups.map(({ kind, items }) => [kind, items.map(({ text }) => text)])).toEqual([
    ['main-idea', ['first', 'second']],
    ['failure-mode', ['the pager']],
    ['other', ['a question']],
  ])
})
