import { type KeyboardEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { dayOf } from '../../shared/time/day.ts'
import type { EpisodeList } from '../db/library.ts'
import { Button } from '../elements/button.tsx'
import { publishedText, shortPublishedText } from '../episode/episode-words.ts'
import { openEpisode } from '../shell/open.ts'
import { useShownEpisode } from '../shell/shown-episode.ts'
import type { DaySpan } from './dossier-store.ts'
import styles from './time-line.module.css'
import { type TimeColumn, timeColumns, timeTicks } from './time-line-columns.ts'
import {
  heightOf,
  type MarkPlace,
  markAfterKey,
  type TimeMark,
  timeMarks,
  withinMarks,
} from './time-line-marks.ts'

/** In CSS pixels, all of them. */
const columnPixels = 15
const tickPixels = 64
const axisPixels = 20

type TimeLineProps = {
  rows: EpisodeList
  /** Of each of `rows`: epoch milliseconds; 0 when unknown. */
  dates: Float64Array
  /** What `rows` are narrowed to. */
  span: DaySpan | null
  onChooseSpan: (span: DaySpan | null) => void
}

/**
 * Episodes by date: a dot for each, which opens it; where many fall together, one mark for several, which narrows to their days.
 * It has one tab stop; the arrows go from mark to mark. The list of episodes says the same in words.
 */
export function TimeLine({ rows, dates, span, onChooseSpan }: TimeLineProps) {
  const element = useRef<HTMLFieldSetElement>(null)
  const width = useWidth(element)
  const columns = useMemo(() => timeColumns(dates, width, columnPixels), [dates, width])
  const marks = useMemo(() => timeMarks(columns), [columns])
  const ticks = useMemo(() => timeTicks(dates, width, tickPixels), [dates, width])
  const [reached, setReached] = useState<MarkPlace>({ column: Number.MAX_SAFE_INTEGER, mark: 0 })
  const stop = withinMarks(reached, marks)
  const choose = useFocusKept(element, dates, onChooseSpan)
  const height = heightOf(marks) + axisPixels + 2
  if (columns.length === 0) return null

  function move(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const next = markAfterKey(event.key, stop, marks)
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    setReached(next)
    element.current?.querySelector<HTMLElement>(`[data-mark="${next.column} ${next.mark}"]`)?.focus()
  }

  return (
    <>
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
            (marks[at] ?? []).map((mark, which) => (
              <Mark
                key={mark.kind === 'episode' ? mark.index : `${column.x} several`}
                {...{ rows, column, mark }}
                place={`${at} ${which}`}
                tabIndex={at === stop.column && which === stop.mark ? 0 : -1}
                onReach={() => setReached({ column: at, mark: which })}
                onChooseSpan={choose}
              />
            )),
          )}
        </div>
      </fieldset>
      {span === null ? null : (
        <div className={styles.span}>
          <span>{daysText(span)} only</span>
          <Button tone="quiet" onClick={() => choose(null)}>
            Show all dates
          </Button>
        </div>
      )}
    </>
  )
}

type MarkProps = {
  rows: EpisodeList
  column: TimeColumn
  mark: TimeMark
  place: string
  tabIndex: number
  onReach: () => void
  onChooseSpan: (span: DaySpan) => void
}

function Mark({ rows, column, mark, place, tabIndex, onReach, onChooseSpan }: MarkProps) {
  const row = mark.kind === 'episode' ? rows.at(mark.index) : undefined
  const isShown = useShownEpisode(({ episodeId }) => row !== undefined && episodeId === row.id)
  const common = { type: 'button', 'data-mark': place, tabIndex, onFocus: onReach } as const
  const position = { left: column.x, bottom: axisPixels + 1 + mark.bottomPixels }
  if (mark.kind === 'several') {
    const words = `${mark.count.toLocaleString('en')} episodes, ${spanText(column)}`
    return (
      <button
        {...common}
        className={styles.several}
        style={{ ...position, height: mark.heightPixels }}
        title={words}
        aria-label={words}
        onClick={() => onChooseSpan(spanOf(column))}
      />
    )
  }
  if (row === undefined) return null
  const words = [row.title, row.podcastTitle, publishedText(row.publishedAtMs)]
  return (
    <button
      {...common}
      className={styles.dot}
      style={position}
      aria-current={isShown ? 'true' : undefined}
      aria-label={words.join(', ')}
      title={words.join('\n')}
      onClick={() => openEpisode(row.id)}
    />
  )
}

function spanOf({ firstMs, lastMs }: TimeColumn): DaySpan {
  return { fromDay: dayOf(new Date(firstMs)), toDay: dayOf(new Date(lastMs)) }
}

function daysText({ fromDay, toDay }: DaySpan): string {
  const [from, to] = [fromDay, toDay].map((day) => shortPublishedText(Date.parse(`${day}T12:00`)) ?? day)
  return from === to ? `${from}` : `${from} to ${to}`
}

function spanText({ firstMs, lastMs }: TimeColumn): string {
  const [first, last] = [publishedText(firstMs) ?? '', publishedText(lastMs) ?? '']
  return first === last ? first : `${first} to ${last}`
}

/** A choice of days draws other marks; the focus goes on in them, for the one that was pressed is gone. */
function useFocusKept(
  line: RefObject<HTMLElement | null>,
  dates: Float64Array,
  onChooseSpan: (span: DaySpan | null) => void,
): (span: DaySpan | null) => void {
  const isChosen = useRef<Float64Array>(null)
  useLayoutEffect(() => {
    if (isChosen.current === null || isChosen.current === dates) return
    isChosen.current = null
    line.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
  }, [line, dates])
  return (span) => {
    isChosen.current = dates
    onChooseSpan(span)
  }
}

function useWidth(element: RefObject<HTMLElement | null>): number {
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
