import { describe, expect, test } from 'vitest'
import { withKey, withOwnKey, withoutKey } from '../../../renderer/settings/key-change.ts'
import type { Command } from '../../../renderer/shell/commands.ts'

function command(id: string, keys: string | null): Command {
  return { id, label: `The ${id} command`, group: 'App', keys, run: () => {} }
}

const note = command('note-here', 'n')
const mark = command('mark', 'm')
const library = command('go-library', 'g l')
const mute = command('mute', null)
const all = [note, mark, library, mute]

describe('a changed key', () => {
  test('is kept beside those changed before', () => {
    expect(withKey(all, { mark: 'x' }, note, 'b')).toEqual({
      ok: true,
      value: { mark: 'x', 'note-here': 'b' },
    })
  })

  test('is refused when another command has it, whose name is told', () => {
    const refused = withKey(all, {}, note, 'm')
    expect(refused.ok).toBe(false)
    expect(refused.ok ? '' : refused.problem.message).toContain(mark.label)
  })

  test('may be one that another command gave up', () => {
    expect(withKey(all, { mark: 'x' }, note, 'm').ok).toBe(true)
    expect(withKey(all, { mark: '' }, note, 'm').ok).toBe(true)
  })

  test('may not be one that another command was changed to', () => {
    expect(withKey(all, { mark: 'x' }, note, 'x').ok).toBe(false)
  })

  test('may not begin two keys in turn', () => {
    expect(withKey(all, {}, note, 'g').ok).toBe(false)
    expect(withKey(all, {}, note, 'l').ok).toBe(true)
  })

  test('may be its own again, which is no change', () => {
    expect(withKey(all, { 'note-here': 'b' }, note, 'n')).toEqual({ ok: true, value: {} })
  })

  test.each(['tab', 'enter', 'escape', 'shift+tab'])('may not be %s', (chord) => {
    expect(withKey(all, {}, note, chord).ok).toBe(false)
  })
})

test('a key can be taken away, and a command without one has nothing to take', () => {
  expect(withoutKey({}, note)).toEqual({ 'note-here': '' })
  expect(withoutKey({ mute: 'q' }, mute)).toEqual({})
})

test('a reset leaves the other changes', () => {
  expect(withOwnKey({ 'note-here': 'b', mark: 'x' }, note)).toEqual({ mark: 'x' })
})
