import type { Command } from './commands.ts'

/** The key of a command: the person's if they changed it (an empty one takes it away), else its own. */
export function keysOf(command: Command, changed: Readonly<Record<string, string>>): string | null {
  const keys = changed[command.id] ?? command.keys
  return keys === '' ? null : keys
}

export type KeyMatch =
  | { kind: 'command'; command: Command }
  /** The first of two keys in turn; what is typed next may complete it. */
  | { kind: 'begun' }
  | { kind: 'none' }

/** What `typed` (one chord, or two with a space between) means. A command that may not run now is passed over. */
export function matchKeys(
  commands: Iterable<Command>,
  changed: Readonly<Record<string, string>>,
  typed: string,
): KeyMatch {
  let begun = false
  for (const command of commands) {
    const keys = keysOf(command, changed)
    if (keys === null || command.available?.() === false) continue
    if (keys === typed) return { kind: 'command', command }
    if (keys.startsWith(`${typed} `)) begun = true
  }
  return begun ? { kind: 'begun' } : { kind: 'none' }
}
