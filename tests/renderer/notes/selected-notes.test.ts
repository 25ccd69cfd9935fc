import { beforeEach, expect, test } from 'vitest'
import {
  clearSelected,
  selectAll,
  selectUpTo,
  toggleSelected,
  useSelectedNotes,
} from '../../../renderer/notes/selected-notes.ts'

const listed = ['a', 'b', 'c', 'd', 'e']
const selected = () => [...useSelectedNotes.getState().ids].sort().join('')

beforeEach(clearSelected)

test('notes are selected one by one, in stretches from the last one on, and all at once', () => {
  toggleSelected('b')
  selectUpTo('d', listed)
  expect(selected()).toBe('bcd')
  toggleSelected('c')
  expect(selected()).toBe('bd')
  selectUpTo('a', listed)
  expect(selected()).toBe('abcd')
  selectAll(listed)
  expect(selected()).toBe('abcde')
  clearSelected()
  expect(selected()).toBe('')
})

test('a stretch without a beginning, or from one that is not listed any more, is the one note', () => {
  selectUpTo('c', listed)
  expect(selected()).toBe('c')
  clearSelected()
  toggleSelected('gone')
  selectUpTo('e', listed)
  expect(selected()).toBe('egone')
})
