import { type RefObject, useEffect } from 'react'
import type { EpisodeList } from '../db/library.ts'
import { type MonthWay, monthAfter, offerMonths } from './month-jump.ts'
import type { MonthLayout } from './month-layout.ts'
import { monthOfRow, monthText } from './months.ts'

/** Lets the keys for months act on a list: from the row that has the focus, else from the topmost that is seen. */
export function useMonthJump(
  scroller: RefObject<HTMLElement | null>,
  rows: EpisodeList,
  layout: MonthLayout,
  stop: number,
  goTo: (index: number, scrollTop: number) => void,
): void {
  useEffect(() => {
    const element = scroller.current
    const { starts, headTop, rowAt, coveredPixels } = layout
    if (element === null || starts.length === 0) return
    const list = element

    function jump(way: MonthWay): string | null {
      const hasFocus = list.contains(document.activeElement)
      const from = hasFocus ? stop : rowAt(list.scrollTop + coveredPixels)
      const month = monthAfter(way, starts, monthOfRow(starts, from), from)
      const start = month === null ? undefined : starts[month]
      if (month === null || start === undefined) return null
      goTo(start, headTop(month))
      const count = (starts[month + 1] ?? rows.length) - start
      return `${monthText(rows.publishedAtMs(start))}, ${count === 1 ? '1 episode' : `${count.toLocaleString('en')} episodes`}`
    }

    return offerMonths({ element, jump })
  }, [scroller, rows, layout, stop, goTo])
}
