import { describe, expect, test } from 'vitest'
import { noteStart } from '../../../renderer/notes/note-moment.ts'

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
