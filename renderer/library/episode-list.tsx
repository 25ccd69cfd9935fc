import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { EpisodeList as Episodes } from '../db/library.ts'
import { openEpisode } from '../shell/open.ts'
import styles from './episode-list.module.css'
import { EpisodeListRow, rowHeight } from './episode-list-row.tsx'
import { indexAfterKey } from './row-keys.ts'
import { scrollTopShowing } from './row-window.ts'
import { useKeptPlace } from './use-kept-place.ts'
import { useRowWindow } from './use-row-window.ts'

type EpisodeListProps = {
  rows: Episodes
  shownEpisodeId: EpisodeId | null
  /** Which list this is, for the place it was scrolled to. */
  positionKey: string
}

/** A list of any length of which only what is seen is built. Its rows have one tab stop; the arrows go from row to row. */
export function EpisodeList({ rows, shownEpisodeId, positionKey }: EpisodeListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [reachedId, setReachedId] = useState<EpisodeId | null>(shownEpisodeId)
  const stopId = reachedId ?? shownEpisodeId
  const stop = useMemo(() => (stopId === null ? 0 : Math.max(0, rows.indexOf(stopId))), [rows, stopId])
  const keepPlace = useKeptPlace(scroller, rows, rowHeight, positionKey)
  const { window, look } = useRowWindow(scroller, rows.length, rowHeight)
  // After the place was kept, and before anything is painted.
  useLayoutEffect(look)

  function moveByKey(event: KeyboardEvent): void {
    const element = scroller.current
    if (element === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const { scrollTop, clientHeight: height } = element
    const page = Math.max(1, Math.floor(height / rowHeight) - 1)
    const next = indexAfterKey(event.key, stop, rows.length, page)
    const row = next === null ? undefined : rows.at(next)
    if (next === null || row === undefined) return
    event.preventDefault()
    setReachedId(row.id)
    element.scrollTop = scrollTopShowing(next, rowHeight, { scrollTop, height })
    // The row may have to be built first.
    requestAnimationFrame(() => {
      element.querySelector<HTMLElement>(`[data-index="${next}"] [data-row]`)?.focus({ preventScroll: true })
    })
  }

  const open = useCallback((id: EpisodeId) => {
    setReachedId(id)
    openEpisode(id)
  }, [])

  return (
    <div ref={scroller} className={styles.scroller} onScroll={keepPlace}>
      <ul
        aria-label="Episodes"
        className={styles.list}
        style={{ height: rows.length * rowHeight }}
        onKeyDown={moveByKey}
      >
        {indicesOf(window, stop).map((index) => {
          const row = rows.at(index)
          if (row === undefined) return null
          return (
            <EpisodeListRow
              key={row.id}
              row={row}
              index={index}
              count={rows.length}
              startPixels={index * rowHeight}
              shown={row.id === shownEpisodeId}
              tabStop={index === stop}
              onOpen={open}
            />
          )
        })}
      </ul>
    </div>
  )
}

/** The row that holds the tab stop stays built, so that the list can be entered however far it was scrolled. */
function indicesOf({ first, end }: { first: number; end: number }, stop: number): number[] {
  const seen = Array.from({ length: end - first }, (_, at) => first + at)
  if (stop < first) return [stop, ...seen]
  return stop < end ? seen : [...seen, stop]
}
