import { usePlayer } from '../player/store.ts'
import { type Command, registerCommands } from '../shell/commands.ts'
import { addNoteHere, markHere, noteOnChapter, undoNoteChange } from './actions.ts'
import { showNeedsPlacing } from './placing.ts'
import { hasEnds, nudgeSeconds, nudgeSide, setSideHere, toggleLoop } from './range-by-ear.ts'

function holdsEpisode(): boolean {
  return usePlayer.getState().episode !== null
}

/** For the open note; they act in its text too. */
const byEar: readonly Command[] = [
  ['note-starts-here', 'The open note starts here', 'mod+[', () => setSideHere('start')] as const,
  ['note-ends-here', 'The open note ends here', 'mod+]', () => setSideHere('end')] as const,
  ['note-earlier', 'Half a second earlier', 'mod+{', () => nudgeSide(-nudgeSeconds)] as const,
  ['note-later', 'Half a second later', 'mod+}', () => nudgeSide(nudgeSeconds)] as const,
  ['note-loop', 'Play the open note’s range in a loop', 'mod+l', toggleLoop] as const,
].map(([id, label, keys, run]) => ({ id, label, group: 'Notes', keys, available: hasEnds, run }))

/** The commands whose keys act in the editor's text as well. */
export const editorCommands: ReadonlySet<string> = new Set(byEar.map(({ id }) => id))

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
      id: 'note-chapter',
      label: 'Note on this chapter',
      group: 'Notes',
      keys: 'shift+n',
      available: holdsEpisode,
      run: () => void noteOnChapter(),
    },
    {
      id: 'mark',
      label: 'Mark without stopping; again: up to here',
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
    {
      id: 'needs-placing',
      label: 'Notes that need placing',
      group: 'Notes',
      keys: null,
      run: showNeedsPlacing,
    },
    ...byEar,
  ])
}
