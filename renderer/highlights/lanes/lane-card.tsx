import { NotebookPen, Play } from 'lucide-react'
import { memo, useId, useLayoutEffect, useRef } from 'react'
import type { Annotation } from '../../../shared/models/annotation.ts'
import type { Highlight } from '../../../shared/models/episode.ts'
import { Button } from '../../elements/button.tsx'
import { IconButton } from '../../elements/icon-button.tsx'
import { shortPublishedText } from '../../episode/episode-words.ts'
import { openHighlightEditor } from '../../notes/editor-actions.ts'
import { useNoteEditor } from '../../notes/editor-store.ts'
import { writesOn } from '../../notes/highlight-notes.ts'
import { PlayTimeButton } from '../../notes/play-time-button.tsx'
import { StarButton } from '../../notes/star-button.tsx'
import { told } from '../../notes/told.ts'
import { playEpisode } from '../../player/actions.ts'
import { openHighlight } from '../pointed-highlight.ts'
import { CardNotes } from './card-notes.tsx'
import type { LaneItem } from './lane-items.ts'
import styles from './lane-list.module.css'
import { starHighlight, unstarHighlight } from './star-highlight.ts'

/** In CSS pixels, of every card that is not open: what lets 400,000 of them scroll. */
export const cardHeight = 142

type LaneCardProps = {
  item: LaneItem
  index: number
  count: number
  startPixels: number
  /** `undefined` until it was read. */
  highlight: Highlight | undefined
  notes: readonly Annotation[]
  tabStop: boolean
  isOpen: boolean
  onReach: (key: string) => void
  onOpen: (key: string, isOpen: boolean) => void
  /** How high it is while it is open. */
  onHeight: (key: string, pixels: number | null) => void
}

/** A highlight with where it is from. Open, it shows all of its words and the person's notes on it. */
export const LaneCard = memo(function LaneCard(props: LaneCardProps) {
  const { item, index, count, startPixels, highlight, notes, tabStop, isOpen, onReach, onOpen } = props
  const { row, key } = item
  const textId = useId()
  const editor = useNoteEditor(({ editor: open, place }) =>
    place === 'list' && highlight !== undefined && writesOn(open, row.id, highlight) ? open : null,
  )
  const element = useMeasured(props, isOpen || editor !== null)
  const tabIndex = tabStop ? 0 : -1
  const isStarred = notes.some((note) => note.starred)
  const published = shortPublishedText(row.publishedAtMs)

  function annotate(): void {
    if (highlight === undefined) return
    onReach(key)
    onOpen(key, true)
    void told(openHighlightEditor(row.id, highlight, 'list'), 'The note could not be opened.')
  }

  return (
    <li
      ref={element}
      className={styles.card}
      aria-setsize={count}
      aria-posinset={index + 1}
      aria-busy={highlight === undefined || undefined}
      data-index={index}
      data-open={isOpen || editor !== null}
      style={{ transform: `translateY(${startPixels}px)` }}
      // Also of what is written in it, which stays built however far the list is scrolled.
      onFocus={() => onReach(key)}
    >
      <button
        type="button"
        data-row=""
        className={styles.main}
        tabIndex={tabIndex}
        aria-disabled={highlight === undefined || undefined}
        onClick={() => highlight !== undefined && openHighlight(row.id, highlight)}
      >
        <span id={textId} className={styles.text} dir="auto">
          {highlight?.label === undefined ? null : <span className={styles.label}>{highlight.label} </span>}
          {highlight?.text ?? ' '}
        </span>
        <span className={styles.from}>
          <span className={styles.episode} dir="auto">
            {row.title}
          </span>
          <span className={styles.podcast} dir="auto">
            {row.podcastTitle}
          </span>
          {published === null ? null : <span className={styles.date}>{published}</span>}
        </span>
      </button>
      {highlight === undefined ? null : (
        <div className={styles.foot}>
          {highlight.startSeconds === undefined ? (
            <IconButton
              label={`Play ${row.title}`}
              title="Play the episode: the service does not say when this is said"
              icon={<Play size={14} />}
              size="small"
              tabIndex={tabIndex}
              onClick={() => void playEpisode(row.id)}
            />
          ) : (
            <PlayTimeButton episodeId={row.id} seconds={highlight.startSeconds} tabIndex={tabIndex} />
          )}
          <StarButton
            label="Star this highlight"
            starred={isStarred}
            tabIndex={tabIndex}
            onChange={(starred) =>
              void (starred ? starHighlight(row.id, highlight, notes) : unstarHighlight(notes))
            }
          />
          {notes.length === 0 ? (
            <Button
              tone="quiet"
              className={styles.act}
              icon={<NotebookPen size={13} />}
              tabIndex={tabIndex}
              aria-describedby={textId}
              onClick={annotate}
            >
              Annotate
            </Button>
          ) : (
            <Button
              tone="quiet"
              className={styles.act}
              icon={<NotebookPen size={13} />}
              tabIndex={tabIndex}
              aria-expanded={isOpen}
              aria-describedby={textId}
              onClick={() => onOpen(key, !isOpen)}
            >
              {notes.length === 1 ? '1 note' : `${notes.length} notes`}
            </Button>
          )}
          {isOpen ? null : <FirstWords notes={notes} />}
        </div>
      )}
      {!isOpen && editor === null ? null : <CardNotes notes={notes} editor={editor} onAnnotate={annotate} />}
    </li>
  )
})

/** What the first note says, so that a card need not be opened for it. */
function FirstWords({ notes }: { notes: readonly Annotation[] }) {
  const words = notes.find(({ body }) => body.trim() !== '')?.body.slice(0, 200)
  if (words === undefined) return null
  return (
    <span className={styles.words} dir="auto" aria-hidden="true">
      {words.replace(/[*_`#>[\]]/g, '').replace(/\s+/g, ' ')}
    </span>
  )
}

function useMeasured({ item: { key }, onHeight }: LaneCardProps, isOpen: boolean) {
  const element = useRef<HTMLLIElement>(null)
  useLayoutEffect(() => {
    const card = element.current
    if (card === null) return
    if (!isOpen) {
      onHeight(key, null)
      return
    }
    // Before it is painted, and whenever what is in it grows.
    onHeight(key, card.offsetHeight)
    const resizing = new ResizeObserver(() => onHeight(key, card.offsetHeight))
    resizing.observe(card)
    return () => resizing.disconnect()
  }, [key, isOpen, onHeight])
  return element
}
