import { useSortable } from '@dnd-kit/sortable'
import { ArrowDown, ArrowUp, AudioLines, GripVertical, Play, X } from 'lucide-react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { clockText } from '../../shared/time/clock.ts'
import type { EpisodeRow } from '../db/rows.ts'
import { IconButton } from '../elements/icon-button.tsx'
import { openEpisode } from '../shell/open.ts'
import { playEpisode } from './playing.ts'
import { removeQueued, stepQueued } from './queued-episodes.ts'
import { usePlayer } from './store.ts'
import { togglePlay } from './transport.ts'
import styles from './up-next-view.module.css'

const still = window.matchMedia('(prefers-reduced-motion: reduce)')

type UpNextRowProps = {
  episode: EpisodeRow
  /** The whole list as it is shown. */
  shown: readonly EpisodeRow[]
}

/**
 * Moved by dragging it with the pointer, by its handle, its buttons, or with Alt and the arrow keys from anywhere on it; removed with
 * Delete.
 */
export function UpNextRow({ episode, shown }: UpNextRowProps) {
  const index = shown.indexOf(episode)
  const dragging = useSortable({ id: episode.id, ...(still.matches ? { transition: null } : {}) })
  const { transform, transition, isDragging } = dragging
  const isHeld = usePlayer((player) => player.episode?.id === episode.id)
  const isPlaying = usePlayer((player) => player.episode?.id === episode.id && player.wantsToPlay)

  function act(event: KeyboardEvent): void {
    const step = !event.altKey ? null : event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (step === null && event.key !== 'Delete') return
    event.preventDefault()
    event.stopPropagation()
    if (step === null) void removeQueued(episode, shown)
    else void stepQueued(episode, step, shown)
  }

  function pressed(event: PointerEvent): void {
    dragging.listeners?.onPointerDown?.(event)
  }

  function pressedOnHandle(event: KeyboardEvent): void {
    act(event)
    if (!event.defaultPrevented) dragging.listeners?.onKeyDown?.(event)
  }

  return (
    <li
      ref={dragging.setNodeRef}
      className={styles.row}
      data-held={isHeld || undefined}
      data-dragging={isDragging || undefined}
      style={{
        transform: transform === null ? undefined : `translate3d(0, ${transform.y}px, 0)`,
        transition,
      }}
      onPointerDown={pressed}
    >
      <button
        ref={dragging.setActivatorNodeRef}
        type="button"
        className={styles.handle}
        {...dragging.attributes}
        aria-label={`Move: ${episode.title}`}
        title="Drag to another place"
        onKeyDown={pressedOnHandle}
      >
        <GripVertical size={15} aria-hidden="true" />
      </button>
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
          onClick={() => void stepQueued(episode, -1, shown)}
        />
        <IconButton
          label={`Move down: ${episode.title}`}
          title="Move down"
          size="small"
          icon={<ArrowDown size={15} />}
          aria-disabled={index === shown.length - 1}
          onKeyDown={act}
          onClick={() => void stepQueued(episode, 1, shown)}
        />
        <IconButton
          label={`Remove from Up next: ${episode.title}`}
          title="Remove from Up next"
          size="small"
          icon={<X size={15} />}
          onKeyDown={act}
          onClick={() => void removeQueued(episode, shown)}
        />
      </div>
    </li>
  )
}
