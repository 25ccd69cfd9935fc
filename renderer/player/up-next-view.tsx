import { ListMusic } from 'lucide-react'
import type { EpisodeRow } from '../db/rows.ts'
import { useLive } from '../db/use-live.ts'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { View } from '../elements/view.tsx'
import { goTo } from '../shell/open.ts'
import { queuedEpisodes } from './queued-episodes.ts'
import { UpNextList } from './up-next-list.tsx'

/** What plays when the playing episode has ended, in order. */
export function UpNextView() {
  const episodes = useLive(queuedEpisodes, [])
  return (
    <View
      title="Up next"
      label="Episodes that play next"
      total={episodes === undefined || episodes.length === 0 ? null : lengthText(episodes)}
    >
      {episodes?.length === 0 ? (
        <EmptyState
          icon={<ListMusic size={20} />}
          title="Nothing is waiting"
          action={<Button onClick={() => goTo('library')}>Go to the library</Button>}
        >
          Press Up next on an episode, and it plays when the one before it has ended.
        </EmptyState>
      ) : null}
      {episodes === undefined || episodes.length === 0 ? null : <UpNextList episodes={episodes} />}
    </View>
  )
}

/** "4 episodes, 2 h 5 min"; without the time when an episode's length is unknown. */
function lengthText(episodes: readonly EpisodeRow[]): string {
  const count = episodes.length === 1 ? '1 episode' : `${episodes.length} episodes`
  const lengths = episodes.map((episode) => episode.durationSeconds)
  if (lengths.includes(null)) return count
  const minutes = Math.round(lengths.reduce<number>((sum, length) => sum + (length ?? 0), 0) / 60)
  return minutes < 60
    ? `${count}, ${minutes} min`
    : `${count}, ${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
