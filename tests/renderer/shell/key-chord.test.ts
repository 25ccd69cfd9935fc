import { describe, expect, test } from 'vitest'
import { chordOf, type KeyPress, keyWords } from '../../../renderer/shell/key-chord.ts'

function press(key: string, given: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...given }
}

describe('chordOf', () => {
  test('names a key by what it types, or by its name', () => {
    expect(chordOf(press('n'), false)).toBe('n')
    expect(chordOf(press(' '), false)).toBe('space')
    expect(chordOf(press('ArrowLeft', { shiftKey: true }), false)).toBe('shift+arrowleft')
  })

  test('names Shift only where the character does not show it', () => {
    expect(chordOf(press('?', { shiftKey: true }), false)).toBe('?')
    expect(chordOf(press('Z', { shiftKey: true, ctrlKey: true }), false)).toBe('mod+shift+z')
  })

  test('takes Cmd on a Mac for what is Ctrl elsewhere, and keeps the other apart', () => {
    expect(chordOf(press('z', { metaKey: true }), true)).toBe('mod+z')
    expect(chordOf(press('z', { ctrlKey: true }), true)).toBe('ctrl+z')
    expect(chordOf(press('z', { ctrlKey: true }), false)).toBe('mod+z')
    expect(chordOf(press('n', { metaKey: true }), false)).toBe('meta+n')
  })

  test('is nothing for a modifier alone', () => {
    expect(chordOf(press('Shift', { shiftKey: true }), false)).toBeNull()
  })
})

test('keys are shown as on the keyboard, those in turn apart', () => {
  expect(keyWords('g l', false)).toEqual([['G'], ['L']])
  expect(keyWords('mod+z', false)).toEqual([['Ctrl', 'Z']])
  expect(keyWords('mod+z', true)).toEqual([['⌘', 'Z']])
  expect(keyWords('shift+arrowright', false)).toEqual([['Shift', '→']])
  expect(keyWords('mod++', false)).toEqual([['Ctrl', '+']])
})
