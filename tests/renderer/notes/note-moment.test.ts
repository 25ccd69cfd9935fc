import { describe, expect, test } from 'vitest'
import { noteStart, nudgedStart } from '../../../renderer/notes/note-moment.ts'

describe('where a note begins', () => {
  test('begins the set number of seconds before the playing moment', () => {
    expect(noteStart(771.8, 10)).toBe(761)
  })

  test('never begins before the episode does', () => {
    expect(noteStart(4, 10)).toBe(0)
  })

  test('begins at the moment itself when no seconds are set', () => {
    expect(noteStart(62, 0)).toBe(62)
  })
})

describe('a start that is moved by hand', () => {
  test('moves both ways', () => {
    expect(nudgedStart(60, -5, 100)).toBe(55)
    expect(nudgedStart(60, 5, 100)).toBe(65)
  })

  test('stays within the episode', () => {
    expect(nudgedStart(2, -5, 100)).toBe(0)
    expect(nudgedStart(98, 5, 100)).toBe(100)
  })

  test('has no end to stop at when the length is not known', () => {
    expect(nudgedStart(98, 5, null)).toBe(103)
  })
})
