import { useSortable } from '@dnd-kit/sortable'
import { ArrowDown, ArrowUp, AudioLines, GripVertical, Play, X } from 'lucide-react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { clockText } from '../../shared/time/clock.ts'
import { IconButton } from '../elements/icon-button.tsx'
import { openEpisode } from '../shell/open.ts'
import { holdsPart, playPart } from './play-part.ts'
import { entrySeconds, type QueuedEntry } from './queued-entries.ts'
import { usePlayer } from './store.ts'
import { togglePlay } from './transport.ts'
import { removeQueued, stepQueued } from './up-next-acts.ts'
import { UpNextChapters } from './up-next-chapters.tsx'
import styles from './up-next-view.module.css'

const still = window.matchMedia('(prefers-reduced-motion: reduce)')

type UpNextRowProps = {
  entry: QueuedEntry
  /** The whole list as it is shown. */
  shown: readonly QueuedEntry[]
}

/**
 * Moved by dragging it with the pointer, by its handle, its buttons, or with Alt and the arrow keys from anywhere on it; removed with
 * Delete.
 */
export function UpNextRow({ entry, shown }: UpNextRowProps) {
  const { episode, part } = entry
  const index = shown.indexOf(entry)
  const seconds = entrySeconds(entry)
  const dragging = useSortable({ id: episode.id, ...(still.matches ? { transition: null } : {}) })
  const { transform, transition, isDragging } = dragging
  const isHeld = usePlayer((player) => player.episode?.id === episode.id)
  const isOfThis = usePlayer((player) => holdsPart(player, episode.id, part))
  const isPlaying = usePlayer((player) => player.wantsToPlay) && isOfThis

  function act(event: KeyboardEvent): void {
    const step = !event.altKey ? null : event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (step === null && event.key !== 'Delete') return
    event.preventDefault()
    event.stopPropagation()
    if (step === null) void removeQueued(entry, shown)
    else void stepQueued(entry, step, shown)
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
        onClick={() => (isOfThis ? togglePlay() : void playPart(episode.id, part))}
      />
      <button
        type="button"
        className={styles.episode}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
        onKeyDown={act}
        onClick={() => openEpisode(episode.id)}
        onDoubleClick={() => void playPart(episode.id, part)}
      >
        <span className={styles.title} dir="auto">
          {episode.title}
        </span>
        <span className={styles.facts}>
          <span className={styles.podcast} dir="auto">
            {episode.podcastTitle}
          </span>
          {seconds === null ? null : <span className="tabular">{clockText(seconds)}</span>}
        </span>
        {part === null ? null : <UpNextChapters entry={entry} />}
      </button>
      <div className={styles.moves}>
        <IconButton
          label={`Move up: ${episode.title}`}
          title="Move up"
          size="small"
          icon={<ArrowUp size={15} />}
          aria-disabled={index === 0}
          onKeyDown={act}
          onClick={() => void stepQueued(entry, -1, shown)}
        />
        <IconButton
          label={`Move down: ${episode.title}`}
          title="Move down"
          size="small"
          icon={<ArrowDown size={15} />}
          aria-disabled={index === shown.length - 1}
          onKeyDown={act}
          onClick={() => void stepQueued(entry, 1, shown)}
        />
        <IconButton
          label={`Remove from Up next: ${episode.title}`}
          title="Remove from Up next"
          size="small"
          icon={<X size={15} />}
          onKeyDown={act}
          onClick={() => void removeQueued(entry, shown)}
        />
      </div>
    </li>
  )
}
