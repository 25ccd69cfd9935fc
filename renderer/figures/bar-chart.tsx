import { axisText, axisTop } from './axis.ts'
import styles from './bar-chart.module.css'
import type { Listening } from './count-listening.ts'
import { chartText, lengthText } from './figure-words.ts'

/** In the picture's own units. */
const width = 340
const height = 132
const left = 30
const bottom = 18
const top = 6
/** Half of what the last label needs. */
const right = 12
const plotWidth = width - left - right
const plotHeight = height - top - bottom

/** A label at every so many bars, so that none runs into the next. */
const labels = 6

/** How much was heard in each bucket, as a picture; the same is in the table beneath. */
export function BarChart({ listening }: { listening: Listening }) {
  const { bars } = listening
  const most = axisTop(Math.max(...bars.map(({ seconds }) => seconds)))
  const step = plotWidth / bars.length
  const every = Math.ceil(bars.length / labels)
  const yOf = (seconds: number): number => top + plotHeight * (1 - seconds / most)
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={chartText(listening)}
    >
      {[0, most / 2, most].map((seconds) => (
        <g key={seconds}>
          <line className={styles.line} x1={left} x2={width - right} y1={yOf(seconds)} y2={yOf(seconds)} />
          <text className={styles.label} x={left - 5} y={yOf(seconds) + 3} textAnchor="end">
            {axisText(seconds)}
          </text>
        </g>
      ))}
      {bars.map(({ bucket, seconds }, index) => {
        const x = left + step * index
        return (
          <g key={bucket.firstDay}>
            <title>{`${bucket.name}: ${lengthText(seconds)}`}</title>
            <rect className={styles.column} x={x} y={top} width={step} height={plotHeight} />
            <rect
              className={styles.bar}
              x={x + step * 0.15}
              y={yOf(seconds)}
              width={step * 0.7}
              height={plotHeight + top - yOf(seconds)}
              rx={1}
            />
            {(bars.length - 1 - index) % every === 0 ? (
              <text className={styles.label} x={x + step / 2} y={height - 5} textAnchor="middle">
                {bucket.label}
              </text>
            ) : null}
          </g>
        )
      })}
    </svg>
  )
}
