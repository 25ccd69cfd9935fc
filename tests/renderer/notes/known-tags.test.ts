import { expect, test } from 'vitest'
import { completionsOf, countTags } from '../../../renderer/notes/known-tags.ts'
import { madeNote } from '../../shared/formats/made-notes.ts'

test('tags are counted over all notes, those used most first, as they were written last', () => {
  const notes = [['Tea', 'later'], ['tea'], ['Water', 'TEA', 'later']].map((tags, index) =>
    madeNote(index, { tags }),
  )
  expect(countTags(notes)).toEqual([
    { tag: 'Tea', count: 3 },
    { tag: 'later', count: 2 },
    { tag: 'Water', count: 1 },
  ])
})

test('typing completes to tags that begin so, then to those that hold it, never to one that is there', () => {
  const known = ['unclear', 'Green tea', 'team', 'Tea'].map((tag) => ({ tag, count: 1 }))
  const found = (typed: string, taken: string[] = []) =>
    completionsOf(typed, known, taken, 7).map(({ tag }) => tag)
  expect(found('TE')).toEqual(['team', 'Tea', 'Green tea'])
  expect(found('#lea', ['TEA'])).toEqual(['unclear'])
  expect(found('', ['Tea'])).toEqual(['unclear', 'Green tea', 'team'])
})
