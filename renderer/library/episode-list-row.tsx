import { AudioLines, Play } from 'lucide-react'
import { memo } from 'react'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { EpisodeRow } from '../db/rows.ts'
import { useKeptHeard } from '../db/use-heard.ts'
import { useListening } from '../db/use-listening.ts'
import { IconButton } from '../elements/icon-button.tsx'
import { playEpisode, togglePlay } from '../player/actions.ts'
import { usePlayer } from '../player/store.ts'
import { type EpisodeFacts, episodeFacts } from './episode-facts.ts'
import styles from './episode-list.module.css'
import { rowHeight } from './row-heights.ts'

type EpisodeListRowProps = {
  row: EpisodeRow
  index: number
  count: number
  startPixels: number
  shown: boolean
  tabStop: boolean
  onOpen: (id: EpisodeId) => void
}

/** Drawn anew only when something of its own changes, not with every step of the scrolling. */
export const EpisodeListRow = memo(function EpisodeListRow(props: EpisodeListRowProps) {
  const { row, index, count, startPixels, shown, tabStop, onOpen } = props
  const listening = useListening(row.id)
  const heard = useKeptHeard(row.id)
  const facts = episodeFacts(row, listening, heard, new Date())
  const held = usePlayer((state) => state.episode?.id === row.id)
  const playing = usePlayer((state) => state.episode?.id === row.id && state.wantsToPlay)

  return (
    <li
      className={styles.row}
      aria-label={facts.spoken}
      aria-setsize={count}
      aria-posinset={index + 1}
      data-index={index}
      data-shown={shown}
      data-playing={playing}
      data-withdrawn={facts.withdrawn}
      style={{ height: rowHeight, transform: `translateY(${startPixels}px)` }}
    >
      <button
        type="button"
        data-row=""
        className={styles.main}
        tabIndex={tabStop ? 0 : -1}
        aria-label={facts.spoken}
        aria-current={shown ? 'true' : undefined}
        onClick={() => onOpen(row.id)}
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
})

function RowFacts({ podcastTitle, facts }: { podcastTitle: string; facts: EpisodeFacts }) {
  return (
    <span className={styles.facts}>
      <span className={styles.podcast} dir="auto">
        {podcastTitle}
      </span>
      {facts.date === null ? null : <span className={styles.date}>{facts.date}</span>}
      {facts.withdrawn ? <span className={styles.withdrawn}>Withdrawn</span> : null}
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
