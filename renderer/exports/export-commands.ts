import { registerCommands } from '../shell/commands.ts'
import { useShownEpisode } from '../shell/shown-episode.ts'
import { openExport } from './open-export.ts'

/** Called once, in start.tsx. */
export function registerExportCommands(): void {
  registerCommands([
    {
      id: 'export',
      label: 'Export notes',
      group: 'Notes',
      keys: 'g e',
      run: () => openExport({ kind: 'all' }),
    },
    {
      id: 'export-episode',
      label: 'Export the notes of this episode',
      group: 'Notes',
      keys: null,
      available: () => useShownEpisode.getState().episodeId !== null,
      run: () => {
        const { episodeId } = useShownEpisode.getState()
        if (episodeId !== null) openExport({ kind: 'episode', episodeId })
      },
    },
  ])
}
