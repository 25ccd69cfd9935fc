import { create } from 'zustand'

/** In the order in which they are listed. */
export const commandGroups = ['Listening', 'Notes', 'Library', 'Places', 'App'] as const
export type CommandGroup = (typeof commandGroups)[number]

export type Command = {
  /** Also the name under which Settings keeps a changed key, and a menu names it. */
  id: string
  label: string
  group: CommandGroup
  /**
   * Its key, as `keyText` writes one: 'space', 'shift+arrowright', '[', 'mod+z' (Ctrl, or Cmd on a Mac),
   * or two in turn: 'g l'. `null` when it has none.
   */
  keys: string | null
  /** May it run just now? Its key does nothing, and is left to others, while it may not. */
  available?: () => boolean
  /** Also where letters are text. */
  whileTyping?: true
  run: () => void
}

/** Everything a key, a menu or the sheet of keys can start, by id. */
export const useCommands = create<{ commands: ReadonlyMap<string, Command> }>(() => ({
  commands: new Map(),
}))

/** Adds commands, or puts them in place of those with the same ids; returns how to take them away again. */
export function registerCommands(added: readonly Command[]): () => void {
  useCommands.setState(({ commands }) => ({
    commands: new Map([...commands, ...added.map((command) => [command.id, command] as const)]),
  }))
  return () =>
    useCommands.setState(({ commands }) => ({
      commands: new Map([...commands].filter(([, command]) => !added.includes(command))),
    }))
}

/** Runs a command if it is there and may; tells whether it did. */
export function runCommand(id: string): boolean {
  const command = useCommands.getState().commands.get(id)
  if (command === undefined || command.available?.() === false) return false
  command.run()
  return true
}
