import { type KeyboardEvent, useCallback, useRef, useState } from 'react'
import type { Annotation } from '../../../shared/models/annotation.ts'
import { inLane, kindOfLane, type LaneKey } from '../../../shared/models/highlight-lane.ts'
import { useAnnotations } from '../../db/use-annotations.ts'
import { indexAfterKey } from '../../library/row-keys.ts'
import { useReachedRow } from '../../library/use-reached-row.ts'
import { notesOnHighlight } from './highlight-notes-of.ts'
import { cardHeight, LaneCard } from './lane-card.tsx'
import type { LaneItem, LaneItems } from './lane-items.ts'
import styles from './lane-list.module.css'
import { knownHighlights } from './read-highlights.ts'
import { topOf } from './tall-rows.ts'
import { useCardPlaces } from './use-card-places.ts'
import { useReadHighlights, wantedOf } from './use-read-highlights.ts'

type LaneListProps = {
  items: LaneItems
  /** Of the lane, for a person. */
  name: string
  /** Which list this is, for the place that is kept of it. */
  positionKey: string
  /** Cards that are open unasked: none, or those with notes. */
  opens: 'none' | 'noted'
}

const noNotes: readonly Annotation[] = []

/**
 * Highlights of one lane, of which only what is seen is built and read. It has one tab stop, from which the arrows go from card
 * to card; Tab goes through what can be done with the card.
 */
export function LaneList({ items, name, positionKey, opens }: LaneListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const notes = useAnnotations() ?? noNotes
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(() => new Map())
  const { rows, marked, count, first, end, setHeight, scrollTo } = useCardPlaces(
    scroller,
    items,
    cardHeight,
    positionKey,
  )
  const { stop, reach } = useReachedRow(marked, 0, positionKey)
  useReadHighlights(items, first, end)

  const openCard = useCallback((key: string, isOpen: boolean) => {
    setChosen((before) => new Map(before).set(key, isOpen))
  }, [])

  function moveByKey(event: KeyboardEvent): void {
    const element = scroller.current
    const isOnCard = event.target instanceof HTMLElement && event.target.closest('form') === null
    if (element === null || !isOnCard || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
      return
    const page = Math.max(1, Math.floor(element.clientHeight / cardHeight) - 1)
    const next = indexAfterKey(event.key, stop, count, page)
    if (next === null) return
    event.preventDefault()
    reach(next)
    scrollTo(next)
    // The card may have to be built first.
    requestAnimationFrame(() => {
      element.querySelector<HTMLElement>(`[data-index="${next}"] [data-row]`)?.focus({ preventScroll: true })
    })
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      <ul
        aria-label={name}
        className={styles.list}
        data-kind={kindOfLane(items.lane)}
        style={{ height: topOf(rows, count) }}
        onKeyDown={moveByKey}
      >
        {indicesOf(first, end, stop).map((index) => {
          const item = items.at(index)
          if (item === undefined) return null
          const highlight = highlightOf(item, items.lane)
          const on = notesOnHighlight(notes, item.row.id, highlight)
          return (
            <LaneCard
              key={item.key}
              item={item}
              index={index}
              count={items.length}
              startPixels={topOf(rows, index)}
              highlight={highlight}
              notes={on}
              tabStop={index === stop}
              isOpen={chosen.get(item.key) ?? (opens === 'noted' && on.length > 0)}
              onReach={reach}
              onOpen={openCard}
              onHeight={setHeight}
            />
          )
        })}
      </ul>
      {count < items.length ? (
        <p className={styles.more}>
          These are the newest {count.toLocaleString('en')}. Narrow the list to see older ones.
        </p>
      ) : null}
    </div>
  )
}

function highlightOf(item: LaneItem, lane: LaneKey) {
  const highlights = knownHighlights(wantedOf(item))
  return highlights === undefined ? undefined : inLane(highlights, lane)[item.ordinal]
}

/** The card that holds the tab stop stays built, and what is written in it, however far the list was scrolled. */
function indicesOf(first: number, end: number, stop: number): number[] {
  const seen = Array.from({ length: end - first }, (_, at) => first + at)
  if (stop < first) return [stop, ...seen]
  return stop < end ? seen : [...seen, stop]
}
