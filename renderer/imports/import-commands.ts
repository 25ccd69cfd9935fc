import { registerCommands } from '../shell/commands.ts'
import { openImport } from './open-import.ts'

/** Called once, in start.tsx. */
export function registerImportCommands(): void {
  registerCommands([
    { id: 'import', label: 'Import from other programs', group: 'Notes', keys: 'g i', run: openImport },
  ])
}
