import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useRef, useState } from 'react'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { EpisodeRow, ListeningRow } from '../db/rows.ts'
import { openEpisode } from '../shell/open.ts'
import styles from './episode-list.module.css'
import { EpisodeListRow, rowHeight } from './episode-list-row.tsx'
import { keepListPosition, listPositionOf } from './list-position.ts'
import { indexAfterKey } from './row-keys.ts'

type EpisodeListProps = {
  rows: readonly EpisodeRow[]
  listening: ReadonlyMap<EpisodeId, ListeningRow>
  shownEpisodeId: EpisodeId | null
  /** Which list this is, for the place it was scrolled to. */
  positionKey: string
}

/** A list of any length of which only what is seen is built. Its rows have one tab stop; the arrows go from row to row. */
export function EpisodeList({ rows, listening, shownEpisodeId, positionKey }: EpisodeListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [reachedId, setReachedId] = useState<EpisodeId | null>(shownEpisodeId)
  const found = rows.findIndex((row) => row.id === (reachedId ?? shownEpisodeId))
  const stop = Math.max(0, found)

  const rangeExtractor = useCallback(
    // The row that holds the tab stop stays built, so that the list can be entered however far it was scrolled.
    (range: Range) => [...new Set([stop, ...defaultRangeExtractor(range)])].sort((one, other) => one - other),
    [stop],
  )
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    initialOffset: () => listPositionOf(positionKey),
    overscan: 8,
    rangeExtractor,
  })

  function moveByKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1)
    const next = indexAfterKey(event.key, stop, rows.length, page)
    const row = next === null ? undefined : rows[next]
    if (next === null || row === undefined) return
    event.preventDefault()
    setReachedId(row.id)
    virtualizer.scrollToIndex(next)
    // The row may have to be built first.
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] [data-row]`)?.focus()
    })
  }

  const open = useCallback((id: EpisodeId) => {
    setReachedId(id)
    openEpisode(id)
  }, [])

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      onScroll={(event) => keepListPosition(positionKey, event.currentTarget.scrollTop)}
    >
      <ul
        aria-label="Episodes"
        className={styles.list}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={moveByKey}
      >
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index]
          if (row === undefined) return null
          return (
            <EpisodeListRow
              key={key}
              row={row}
              listening={listening.get(row.id)}
              index={index}
              count={rows.length}
              startPixels={start}
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
