import { ArrowDown, ArrowUp, AudioLines, Play, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { clockText } from '../../shared/time/clock.ts'
import type { EpisodeRow } from '../db/rows.ts'
import { IconButton } from '../elements/icon-button.tsx'
import { openEpisode } from '../shell/open.ts'
import { playEpisode } from './playing.ts'
import { moveQueued, removeQueued } from './queued-episodes.ts'
import { usePlayer } from './store.ts'
import { togglePlay } from './transport.ts'
import styles from './up-next-view.module.css'

type UpNextRowProps = { episode: EpisodeRow; index: number; count: number }

/** Moved by its buttons, or with Alt and the arrow keys from anywhere on it; removed with Delete. */
export function UpNextRow({ episode, index, count }: UpNextRowProps) {
  const isHeld = usePlayer((player) => player.episode?.id === episode.id)
  const isPlaying = usePlayer((player) => player.episode?.id === episode.id && player.wantsToPlay)

  function act(event: KeyboardEvent): void {
    const step = !event.altKey ? 0 : event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (step === 0 && event.key !== 'Delete') return
    event.preventDefault()
    event.stopPropagation()
    if (step === 0) void removeQueued(episode, index)
    else void moveQueued(episode, index + step, count)
  }

  return (
    <li className={styles.row} data-held={isHeld || undefined}>
      <IconButton
        label={`Listen to ${episode.title}`}
        aria-pressed={isPlaying}
        title={isPlaying ? 'Pause' : 'Play'}
        icon={isPlaying ? <AudioLines size={16} /> : <Play size={16} />}
        onKeyDown={act}
        onClick={() => (isHeld ? togglePlay() : void playEpisode(episode.id))}
      />
      <button
        type="button"
        className={styles.episode}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
        onKeyDown={act}
        onClick={() => openEpisode(episode.id)}
        onDoubleClick={() => void playEpisode(episode.id)}
      >
        <span className={styles.title} dir="auto">
          {episode.title}
        </span>
        <span className={styles.facts}>
          <span className={styles.podcast} dir="auto">
            {episode.podcastTitle}
          </span>
          {episode.durationSeconds === null ? null : (
            <span className="tabular">{clockText(episode.durationSeconds)}</span>
          )}
        </span>
      </button>
      <div className={styles.moves}>
        <IconButton
          label={`Move up: ${episode.title}`}
          title="Move up"
          size="small"
          icon={<ArrowUp size={15} />}
          aria-disabled={index === 0}
          onKeyDown={act}
          onClick={() => void moveQueued(episode, index - 1, count)}
        />
        <IconButton
          label={`Move down: ${episode.title}`}
          title="Move down"
          size="small"
          icon={<ArrowDown size={15} />}
          aria-disabled={index === count - 1}
          onKeyDown={act}
          onClick={() => void moveQueued(episode, index + 1, count)}
        />
        <IconButton
          label={`Remove from Up next: ${episode.title}`}
          title="Remove from Up next"
          size="small"
          icon={<X size={15} />}
          onKeyDown={act}
          onClick={() => void removeQueued(episode, index)}
        />
      </div>
    </li>
  )
}
