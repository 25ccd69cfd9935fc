import { registerCommands } from '../shell/commands.ts'
import { showDue } from './tell-due.ts'

/** Called once, in start.tsx. */
export function registerTrackerCommands(): void {
  registerCommands([
    {
      id: 'due-takeaways',
      label: 'Takeaways to look at again',
      group: 'Notes',
      keys: null,
      run: showDue,
    },
  ])
}
