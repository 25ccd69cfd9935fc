import { type FocusEvent, type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { EpisodeList as Episodes } from '../db/library.ts'
import { useRecycledKeys } from '../elements/use-recycled-keys.ts'
import { openEpisode } from '../shell/open.ts'
import styles from './episode-list.module.css'
import { EpisodeListRow } from './episode-list-row.tsx'
import { ListMonths } from './list-months.tsx'
import { monthLayout } from './month-layout.ts'
import { monthStarts } from './months.ts'
import { monthHeight, rowHeight } from './row-heights.ts'
import { indexAfterKey } from './row-keys.ts'
import { markedEpisodes } from './row-mark.ts'
import { useKeptPlace } from './use-kept-place.ts'
import { useMonthJump } from './use-month-jump.ts'
import { useReachedRow } from './use-reached-row.ts'
import { rowsPerStep } from './use-row-window.ts'
import { useSeen } from './use-seen.ts'

type EpisodeListProps = {
  /** Newest first. */
  rows: Episodes
  shownEpisodeId: EpisodeId | null
  /** Which list this is, for the place that is kept of it. */
  positionKey: string
}

/**
 * A list of any length, by months, of which only what is seen is built, or one such list after another. Its rows have one tab
 * stop; the arrows go from row to row.
 */
export function EpisodeList({ rows, shownEpisodeId, positionKey }: EpisodeListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const layout = useMemo(() => monthLayout(monthStarts(rows), rows.length, rowHeight, monthHeight), [rows])
  const marked = useMemo(() => markedEpisodes(rows), [rows])
  const shown = useMemo(
    () => (shownEpisodeId === null ? 0 : Math.max(0, rows.indexOf(shownEpisodeId))),
    [rows, shownEpisodeId],
  )
  const { stop, reach } = useReachedRow(marked, shown, positionKey)
  const keepPlace = useKeptPlace(scroller, marked, layout, positionKey)
  const { seen, look } = useSeen(scroller, rowsPerStep * rowHeight)
  const { first, end } = layout.windowOf(seen)
  const window = useMemo(() => ({ first, end }), [first, end])
  // After the place was kept, and before anything is painted.
  useLayoutEffect(look)

  const goTo = useCallback(
    (index: number, scrollTop: number) => {
      const element = scroller.current
      if (element === null) return
      reach(index)
      element.scrollTop = scrollTop
      // Not only when the browser tells of it: other rows may arrive before that.
      keepPlace()
      // The row may have to be built first.
      requestAnimationFrame(() => {
        element
          .querySelector<HTMLElement>(`[data-index="${index}"] [data-row]`)
          ?.focus({ preventScroll: true })
      })
    },
    [reach, keepPlace],
  )
  useMonthJump(scroller, rows, layout, stop, goTo)

  function moveByKey(event: KeyboardEvent): void {
    const element = scroller.current
    if (element === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const { scrollTop, clientHeight: height } = element
    const page = Math.max(1, Math.floor((height - layout.coveredPixels) / rowHeight) - 1)
    const next = indexAfterKey(event.key, stop, rows.length, page)
    if (next === null) return
    event.preventDefault()
    goTo(next, layout.scrollTopShowing(next, { scrollTop, height }))
  }

  // Also of a row whose button was pressed: what has the focus stays built.
  function reachFocused({ target }: FocusEvent): void {
    const index = Number(target.closest('[data-index]')?.getAttribute('data-index') ?? Number.NaN)
    if (index !== stop) reach(index)
  }

  const built = indicesOf(window, stop).flatMap((index) => {
    const row = rows.at(index)
    return row === undefined ? [] : [{ index, row }]
  })
  const keys = useRecycledKeys(
    built.map(({ row }) => row.id),
    rows.at(stop)?.id ?? null,
    positionKey,
  )

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      // What the browser brings into sight does not lie under the name of a month.
      style={{ scrollPaddingBlockStart: layout.coveredPixels }}
      onScroll={keepPlace}
    >
      <ul
        aria-label="Episodes"
        className={styles.list}
        style={{ height: layout.height }}
        onKeyDown={moveByKey}
        onFocus={reachFocused}
      >
        {built.map(({ index, row }) => (
          <EpisodeListRow
            key={keys.get(row.id)}
            row={row}
            index={index}
            count={rows.length}
            startPixels={layout.topOf(index)}
            shown={row.id === shownEpisodeId}
            tabStop={index === stop}
            onOpen={openEpisode}
          />
        ))}
      </ul>
      <ListMonths rows={rows} layout={layout} window={window} />
    </div>
  )
}

/** The row that holds the tab stop stays built, so that the list can be entered however far it was scrolled. */
function indicesOf({ first, end }: { first: number; end: number }, stop: number): number[] {
  const seen = Array.from({ length: end - first }, (_, at) => first + at)
  if (stop < first) return [stop, ...seen]
  return stop < end ? seen : [...seen, stop]
}
