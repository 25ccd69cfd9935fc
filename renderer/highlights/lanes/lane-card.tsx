import { memo, useId, useLayoutEffect, useRef } from 'react'
import type { Annotation } from '../../../shared/models/annotation.ts'
import type { Highlight } from '../../../shared/models/episode.ts'
import { shortPublishedText } from '../../episode/episode-words.ts'
import { openHighlightEditor } from '../../notes/editor-actions.ts'
import { useNoteEditor } from '../../notes/editor-store.ts'
import { writesOn } from '../../notes/highlight-notes.ts'
import { told } from '../../notes/told.ts'
import { openHighlight } from '../pointed-highlight.ts'
import { CardFoot } from './card-foot.tsx'
import { CardNotes } from './card-notes.tsx'
import type { LaneItem } from './lane-items.ts'
import styles from './lane-list.module.css'

/** In CSS pixels, of every card that is not open: what lets 400,000 of them scroll. */
export const cardHeight = 160

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
  onReach: (index: number) => void
  onOpen: (key: string, isOpen: boolean) => void
  /** How high it is while it is open. */
  onHeight: (key: string, pixels: number | null) => void
}

/** A highlight with where it is from. Open, it shows all of its words and the person's notes on it. */
export const LaneCard = memo(function LaneCard(props: LaneCardProps) {
  const { item, index, count, startPixels, highlight, notes, tabStop, onReach, onOpen } = props
  const { row, key } = item
  const textId = useId()
  const editor = useNoteEditor(({ editor: open, place }) =>
    place === 'list' && highlight !== undefined && writesOn(open, row.id, highlight) ? open : null,
  )
  const isOpen = props.isOpen || editor !== null
  const element = useMeasured(props, isOpen)
  const tabIndex = tabStop ? 0 : -1

  function annotate(): void {
    if (highlight === undefined) return
    onReach(index)
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
      data-open={isOpen}
      style={{ transform: `translateY(${startPixels}px)` }}
      // Also of what is written in it, which stays built however far the list is scrolled.
      onFocus={() => onReach(index)}
    >
      <button
        type="button"
        data-row=""
        className={styles.main}
        tabIndex={tabIndex}
        aria-disabled={highlight === undefined || undefined}
        onClick={() => highlight !== undefined && openHighlight(row.id, highlight)}
      >
        <Words id={textId} highlight={highlight} />
        <span className={styles.episode} dir="auto">
          {row.title}
        </span>
        <span className={styles.from}>
          <span className={styles.podcast} dir="auto">
            {row.podcastTitle}
          </span>
          <Published atMs={row.publishedAtMs} />
        </span>
      </button>
      {highlight === undefined ? null : (
        <CardFoot
          {...{ row, highlight, notes, textId, tabIndex, isOpen }}
          onToggle={() => onOpen(key, !isOpen)}
          onAnnotate={annotate}
        />
      )}
      {isOpen ? <CardNotes notes={notes} editor={editor} onAnnotate={annotate} /> : null}
    </li>
  )
})

function Words({ id, highlight }: { id: string; highlight: Highlight | undefined }) {
  return (
    <span id={id} className={styles.text} dir="auto">
      {highlight?.label === undefined ? null : <span className={styles.label}>{highlight.label} </span>}
      {highlight?.text ?? ' '}
    </span>
  )
}

function Published({ atMs }: { atMs: number }) {
  const published = shortPublishedText(atMs)
  return published === null ? null : <span className={styles.date}>{published}</span>
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
