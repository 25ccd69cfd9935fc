import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { dayOf } from '../../shared/time/day.ts'
import type { EpisodeList } from '../db/library.ts'
import { publishedText } from '../episode/episode-words.ts'
import { openEpisode } from '../shell/open.ts'
import { useShownEpisode } from '../shell/shown-episode.ts'
import type { DaySpan } from './dossier-store.ts'
import styles from './time-line.module.css'
import { type TimeColumn, timeColumns, timeTicks } from './time-line-columns.ts'

/** In CSS pixels, all of them. */
const columnPixels = 15
const dotPitch = 13
const mostDots = 5
const tickPixels = 64
const axisPixels = 20

type TimeLineProps = {
  rows: EpisodeList
  /** Of each of `rows`: epoch milliseconds; 0 when unknown. */
  dates: Float64Array
  onChooseSpan: (span: DaySpan) => void
}

/**
 * Episodes by date: a dot for each, which opens it; where many fall together, one for the others, which narrows to them. It has
 * one tab stop; the arrows go from dot to dot. The list of episodes says the same in words.
 */
export function TimeLine({ rows, dates, onChooseSpan }: TimeLineProps) {
  const element = useRef<HTMLFieldSetElement>(null)
  const width = useWidth(element)
  const columns = useMemo(() => timeColumns(dates, width, columnPixels), [dates, width])
  const ticks = useMemo(() => timeTicks(dates, width, tickPixels), [dates, width])
  const [reached, setReached] = useState<Reached>({ column: columns.length - 1, dot: 0 })
  const stop = withinColumns(reached, columns)
  const tallest = columns.reduce((most, column) => Math.max(most, dotsIn(column)), 1)
  const height = tallest * dotPitch + axisPixels + 4
  if (dates.every((at) => at === 0)) return null

  function move(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const next = neighbourDot(event.key, stop, columns)
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    setReached(next)
    element.current?.querySelector<HTMLElement>(`[data-dot="${next.column} ${next.dot}"]`)?.focus()
  }

  return (
    <fieldset ref={element} aria-label="Time line" className={styles.group} onKeyDown={move}>
      <div className={styles.line} style={{ height }}>
        <svg className={styles.axis} width={width} height={height} aria-hidden="true">
          <line x1={0} x2={width} y1={height - axisPixels} y2={height - axisPixels} />
          {ticks.map(({ x, text }) => (
            <g key={text}>
              <line x1={x} x2={x} y1={height - axisPixels} y2={height - axisPixels + 4} />
              <text x={x + 2} y={height - 4}>
                {text}
              </text>
            </g>
          ))}
        </svg>
        {columns.map((column, at) =>
          Array.from({ length: dotsIn(column) }, (_, dot) => {
            const isStop = at === stop.column && dot === stop.dot
            const common = {
              'data-dot': `${at} ${dot}`,
              tabIndex: isStop ? 0 : -1,
              style: { left: column.x, bottom: axisPixels + dot * dotPitch + 1 },
              onFocus: () => setReached({ column: at, dot }),
            }
            const rest = column.indices.length - dot
            return rest > 1 && dot === mostDots - 1 ? (
              <button
                key={`rest ${column.x}`}
                type="button"
                {...common}
                className={styles.rest}
                title={`${rest} more`}
                aria-label={`${rest.toLocaleString('en')} more episodes, ${spanText(column)}`}
                onClick={() => onChooseSpan(spanOf(column))}
              />
            ) : (
              <Dot key={column.indices[dot]} rows={rows} index={column.indices[dot] ?? 0} common={common} />
            )
          }),
        )}
      </div>
    </fieldset>
  )
}

type DotProps = {
  rows: EpisodeList
  index: number
  common: {
    'data-dot': string
    tabIndex: number
    style: { left: number; bottom: number }
    onFocus: () => void
  }
}

function Dot({ rows, index, common }: DotProps) {
  const row = rows.at(index)
  const isShown = useShownEpisode(({ episodeId }) => episodeId === row?.id)
  if (row === undefined) return null
  const words = [row.title, row.podcastTitle, publishedText(row.publishedAtMs)]
  return (
    <button
      type="button"
      {...common}
      className={styles.dot}
      aria-current={isShown ? 'true' : undefined}
      aria-label={words.join(', ')}
      title={words.join('\n')}
      onClick={() => openEpisode(row.id)}
    />
  )
}

type Reached = { column: number; dot: number }

function dotsIn({ indices }: TimeColumn): number {
  return Math.min(indices.length, mostDots)
}

function withinColumns({ column, dot }: Reached, columns: readonly TimeColumn[]): Reached {
  const at = Math.min(Math.max(column, 0), columns.length - 1)
  const its = columns[at]
  return { column: at, dot: its === undefined ? 0 : Math.min(dot, dotsIn(its) - 1) }
}

/** Where a key leads; `null` where it leads nowhere. Earlier is to the left. */
function neighbourDot(key: string, { column, dot }: Reached, columns: readonly TimeColumn[]): Reached | null {
  switch (key) {
    case 'ArrowLeft':
      return withinColumns({ column: column - 1, dot }, columns)
    case 'ArrowRight':
      return withinColumns({ column: column + 1, dot }, columns)
    case 'ArrowUp':
      return withinColumns({ column, dot: dot + 1 }, columns)
    case 'ArrowDown':
      return withinColumns({ column, dot: Math.max(0, dot - 1) }, columns)
    case 'Home':
      return withinColumns({ column: 0, dot: 0 }, columns)
    case 'End':
      return withinColumns({ column: columns.length - 1, dot: 0 }, columns)
    default:
      return null
  }
}

function spanOf({ firstMs, lastMs }: TimeColumn): DaySpan {
  return { fromDay: dayOf(new Date(firstMs)), toDay: dayOf(new Date(lastMs)) }
}

function spanText({ firstMs, lastMs }: TimeColumn): string {
  const [first, last] = [publishedText(firstMs) ?? '', publishedText(lastMs) ?? '']
  return first === last ? first : `${first} to ${last}`
}

function useWidth(element: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(320)
  useLayoutEffect(() => {
    const measured = element.current
    if (measured === null) return
    const look = () => setWidth(Math.max(columnPixels, measured.clientWidth))
    look()
    const resizing = new ResizeObserver(look)
    resizing.observe(measured)
    return () => resizing.disconnect()
  }, [element])
  return width
}
