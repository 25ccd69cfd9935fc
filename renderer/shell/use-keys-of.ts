import { useSettings } from '../settings/store.ts'
import { keysOf } from './command-keys.ts'
import { useCommands } from './commands.ts'

/** The key of a command as it is now, for sentences that name it; `null` when it has none. */
export function useKeysOf(commandId: string): string | null {
  const command = useCommands(({ commands }) => commands.get(commandId))
  const changed = useSettings(({ keys }) => keys)
  return command === undefined ? null : keysOf(command, changed)
}
