import { describe, expect, test } from 'vitest'
import { matchKeys } from '../../../renderer/shell/command-keys.ts'
import type { Command } from '../../../renderer/shell/commands.ts'

function command(id: string, keys: string | null, available = true): Command {
  return { id, label: id, group: 'App', keys, available: () => available, run: () => {} }
}

const notes = command('note-here', 'n')
const library = command('library', 'g l')
const all = [notes, library]

describe('matchKeys', () => {
  test('finds the command of a key', () => {
    expect(matchKeys(all, {}, 'n')).toEqual({ kind: 'command', command: notes })
    expect(matchKeys(all, {}, 'x')).toEqual({ kind: 'none' })
  })

  test('waits for the second of two keys in turn', () => {
    expect(matchKeys(all, {}, 'g')).toEqual({ kind: 'begun' })
    expect(matchKeys(all, {}, 'g l')).toEqual({ kind: 'command', command: library })
  })

  test('goes by the person’s own keys, and by none where they took one away', () => {
    expect(matchKeys(all, { 'note-here': 'k' }, 'k')).toEqual({ kind: 'command', command: notes })
    expect(matchKeys(all, { 'note-here': 'k' }, 'n')).toEqual({ kind: 'none' })
    expect(matchKeys(all, { 'note-here': '' }, 'n')).toEqual({ kind: 'none' })
  })

  test('passes over a command that may not run now, and leaves its key to the next', () => {
    const other = command('other', 'm')
    expect(matchKeys([command('mark', 'm', false), other], {}, 'm')).toEqual({
      kind: 'command',
      command: other,
    })
  })
})
