import { memo } from 'react'
import type { EpisodeList } from '../db/library.ts'
import styles from './list-months.module.css'
import type { MonthLayout } from './month-layout.ts'
import { monthOfRow, monthText } from './months.ts'
import { monthHeight } from './row-heights.ts'
import type { RowWindow } from './row-window.ts'

type ListMonthsProps = { rows: EpisodeList; layout: MonthLayout; window: RowWindow }

/**
 * The names of the months that are seen, each as high as all its rows: its name stays at the top while they are scrolled by, and
 * the browser alone moves it. For the eye only, since each row says its date.
 */
export const ListMonths = memo(function ListMonths({ rows, layout, window }: ListMonthsProps) {
  const { starts, headTop, height } = layout
  if (starts.length === 0 || window.first === window.end) return null
  const [first, last] = [monthOfRow(starts, window.first), monthOfRow(starts, window.end - 1)]
  return (
    <div className={styles.months} style={{ height }} aria-hidden="true">
      {Array.from(starts.subarray(first, last + 1), (start, at) => {
        const month = first + at
        const end = starts[month + 1] ?? rows.length
        return (
          <div
            key={start}
            className={styles.month}
            // Not moved by a transform, which what sticks would not see.
            style={{ top: headTop(month), height: headTop(month + 1) - headTop(month) }}
          >
            <div className={styles.head} style={{ height: monthHeight }} data-month="">
              <span>{monthText(rows.publishedAtMs(start))}</span>
              <span className={styles.count}>{(end - start).toLocaleString('en')}</span>
            </div>
          </div>
        )
      })}
    </div>
  )
})
