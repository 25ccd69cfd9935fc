import { failure, type Result, success } from '../../shared/result.ts'
import { keysOf } from '../shell/command-keys.ts'
import type { Command } from '../shell/commands.ts'

/** By the id of their command, the keys that the person changed; an empty one takes a key away. */
export type KeyMap = Readonly<Record<string, string>>

/** The page cannot be walked through without these. */
const reserved = new Set(['tab', 'shift+tab', 'enter', 'escape'])

/** The changed keys once `command` has `chord`; refused when another command has it, or nobody may. */
export function withKey(
  commands: Iterable<Command>,
  changed: KeyMap,
  command: Command,
  chord: string,
): Result<KeyMap> {
  if (reserved.has(chord)) {
    return failure('bad-arguments', 'That key is needed to get around. Choose another; nothing was changed.')
  }
  const other = otherWith(commands, changed, command, chord)
  if (other !== null) {
    return failure(
      'bad-arguments',
      `“${other.label}” has that key. Choose another, or change that one first; nothing was changed.`,
    )
  }
  return success(chord === command.keys ? withOwnKey(changed, command) : { ...changed, [command.id]: chord })
}

export function withoutKey(changed: KeyMap, command: Command): KeyMap {
  return command.keys === null ? withOwnKey(changed, command) : { ...changed, [command.id]: '' }
}

/** The changed keys once `command` has the one it came with. */
export function withOwnKey(changed: KeyMap, command: Command): KeyMap {
  return Object.fromEntries(Object.entries(changed).filter(([id]) => id !== command.id))
}

/** Also of two keys in turn the first is taken: 'g' would never be waited for if it did something by itself. */
function otherWith(
  commands: Iterable<Command>,
  changed: KeyMap,
  command: Command,
  chord: string,
): Command | null {
  for (const other of commands) {
    if (other.id === command.id) continue
    const keys = keysOf(other, changed)
    if (keys === chord || keys?.startsWith(`${chord} `)) return other
  }
  return null
}
