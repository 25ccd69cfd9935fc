import { AudioLines, Play } from 'lucide-react'
import type { EpisodeRow, ListeningRow } from '../db/rows.ts'
import { IconButton } from '../elements/icon-button.tsx'
import { playEpisode, togglePlay } from '../player/actions.ts'
import { usePlayer } from '../player/store.ts'
import { type EpisodeFacts, episodeFacts } from './episode-facts.ts'
import styles from './episode-list.module.css'

/** In CSS pixels; the same for every row, which is what lets 50,000 of them scroll. */
export const rowHeight = 68

type EpisodeListRowProps = {
  row: EpisodeRow
  listening: ListeningRow | undefined
  now: Date
  place: { index: number; count: number; startPixels: number }
  shown: boolean
  tabStop: boolean
  onOpen: () => void
}

export function EpisodeListRow({ row, listening, now, place, shown, tabStop, onOpen }: EpisodeListRowProps) {
  const facts = episodeFacts(row, listening, now)
  const held = usePlayer((state) => state.episode?.id === row.id)
  const playing = usePlayer((state) => state.episode?.id === row.id && state.wantsToPlay)

  return (
    <li
      className={styles.row}
      aria-label={facts.spoken}
      aria-setsize={place.count}
      aria-posinset={place.index + 1}
      data-index={place.index}
      data-shown={shown}
      data-playing={playing}
      style={{ height: rowHeight, transform: `translateY(${place.startPixels}px)` }}
    >
      <button
        type="button"
        data-row=""
        className={styles.main}
        tabIndex={tabStop ? 0 : -1}
        aria-label={facts.spoken}
        aria-current={shown ? 'true' : undefined}
        onClick={onOpen}
        onDoubleClick={() => void playEpisode(row.id)}
      >
        <span className={styles.title} dir="auto" title={row.title}>
          {row.title}
        </span>
        <RowFacts podcastTitle={row.podcastTitle} facts={facts} />
        <Progress progress={facts.progress} />
      </button>
      <IconButton
        label={`Listen to ${row.title}`}
        title={playing ? 'Pause' : 'Play'}
        icon={playing ? <AudioLines size={15} /> : <Play size={15} />}
        size="small"
        className={styles.play}
        tabIndex={tabStop ? 0 : -1}
        aria-pressed={playing}
        onClick={() => (held ? togglePlay() : void playEpisode(row.id))}
      />
    </li>
  )
}

function RowFacts({ podcastTitle, facts }: { podcastTitle: string; facts: EpisodeFacts }) {
  return (
    <span className={styles.facts}>
      <span className={styles.podcast} dir="auto">
        {podcastTitle}
      </span>
      {facts.date === null ? null : <span className={styles.date}>{facts.date}</span>}
      {facts.length === null ? null : <span className={styles.length}>{facts.length}</span>}
    </span>
  )
}

function Progress({ progress }: { progress: number | null }) {
  if (progress === null) return null
  return (
    <span className={styles.track}>
      <span className={styles.heard} style={{ width: `${progress * 100}%` }} />
    </span>
  )
}
