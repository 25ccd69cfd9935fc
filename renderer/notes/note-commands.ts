import { usePlayer } from '../player/store.ts'
import { registerCommands } from '../shell/commands.ts'
import { addNoteHere, markHere, undoNoteChange } from './actions.ts'

function holdsEpisode(): boolean {
  return usePlayer.getState().episode !== null
}

/** Called once, in start.tsx. */
export function registerNoteCommands(): void {
  registerCommands([
    {
      id: 'note-here',
      label: 'Note here',
      group: 'Notes',
      keys: 'n',
      run: addNoteHere,
    },
    {
      id: 'mark',
      label: 'Mark without stopping',
      group: 'Notes',
      keys: 'm',
      available: holdsEpisode,
      run: () => void markHere(),
    },
    {
      id: 'undo-note',
      label: 'Undo the last deletion or edit of a note',
      group: 'Notes',
      keys: 'mod+z',
      run: () => void undoNoteChange(),
    },
  ])
}
