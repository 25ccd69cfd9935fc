import { episodeDetails } from '../db/episodes.ts'
import { registerCommands } from '../shell/commands.ts'
import { notify } from '../shell/notice.ts'
import { useShownEpisode } from '../shell/shown-episode.ts'
import { toggleSkim } from './skim-store.ts'

/** Called once, in start.tsx. */
export function registerSkimCommands(): void {
  registerCommands([
    {
      id: 'skim-chapters',
      label: 'Skim the chapters of the episode that is shown',
      group: 'Listening',
      keys: 's',
      available: () => useShownEpisode.getState().episodeId !== null,
      run: () => void skimShown(),
    },
  ])
}

async function skimShown(): Promise<void> {
  const { episodeId } = useShownEpisode.getState()
  if (episodeId === null) return
  const chapters = (await episodeDetails(episodeId))?.chapters ?? []
  if (chapters.length === 0) notify({ text: 'This episode has no chapters to skim.' })
  else toggleSkim(episodeId)
}
