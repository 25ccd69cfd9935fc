import { useMemo } from 'react'
import type { Together } from './together.ts'
import styles from './topic-map.module.css'
import { closestLinks, type Link, linksOf } from './topic-map-layout.ts'

/** In CSS pixels, as in the style sheet. */
const rowHeight = 26
const width = 132
const left = 10
const largestDot = 7
const widest = 5

type TopicArcsProps = { together: Together; order: readonly number[]; chosen: number | null }

/** The picture beside the names, which say it all in words too. */
export function TopicArcs({ together, order, chosen }: TopicArcsProps) {
  const links = useMemo(
    () => (chosen === null ? closestLinks(together) : linksOf(together, chosen)),
    [together, chosen],
  )
  const places = useMemo(() => new Map(order.map((number, place) => [number, place])), [order])
  const most = together.topics.reduce((highest, { count }) => Math.max(highest, count), 1)
  const mostTogether = links.reduce((highest, { count }) => Math.max(highest, count), 1)
  const yOf = (number: number) => ((places.get(number) ?? 0) + 0.5) * rowHeight
  const near = new Set(links.map(({ other }) => other))
  return (
    <svg
      className={styles.arcs}
      width={width}
      height={order.length * rowHeight}
      aria-hidden="true"
      data-chosen={chosen !== null}
    >
      {links.map((link) => (
        <path
          key={`${link.one} ${link.other}`}
          className={styles.arc}
          d={arcOf(link, yOf, order.length)}
          strokeWidth={1 + (widest - 1) * (link.count / mostTogether)}
        />
      ))}
      {order.map((number) => (
        <circle
          key={number}
          className={styles.dot}
          data-chosen={number === chosen}
          data-far={chosen !== null && number !== chosen && !near.has(number)}
          cx={left}
          cy={yOf(number)}
          r={2 + (largestDot - 2) * Math.sqrt((together.topics[number]?.count ?? 0) / most)}
        />
      ))}
    </svg>
  )
}

/** Half an ellipse to the right: the further the way, the further out, and never out of the picture. */
function arcOf({ one, other }: Link, yOf: (number: number) => number, rows: number): string {
  const [from, to] = [yOf(one), yOf(other)].sort((before, after) => before - after)
  const half = ((to ?? 0) - (from ?? 0)) / 2
  const share = half / ((rows * rowHeight) / 2)
  const out = Math.min(half, 12 + (width - left - 16) * Math.sqrt(share))
  return `M ${left} ${from} A ${out} ${half} 0 0 1 ${left} ${to}`
}
