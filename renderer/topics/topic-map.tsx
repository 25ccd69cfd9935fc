import { Tags } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { Library } from '../db/library.ts'
import { topicCountsOf } from '../db/topic-counts.ts'
import { useLibrary } from '../db/use-library.ts'
import { useSliced } from '../db/use-sliced.ts'
import { EmptyState } from '../elements/empty-state.tsx'
import { indexAfterKey } from '../library/row-keys.ts'
import { ChosenTopic } from './chosen-topic.tsx'
import { episodeCountText, type TopicCount, topicsMatching } from './count-topics.ts'
import { countingTogether, type Together } from './together.ts'
import { TopicArcs } from './topic-arcs.tsx'
import styles from './topic-map.module.css'
import { linksOf, orderOf } from './topic-map-layout.ts'

/** More than that nobody reads as a picture; the list has all. */
const most = 40
const rowsPerPage = 10

/** The most frequent topics, those that go together near each other, with arcs between them. One is chosen to see its own. */
export function TopicMap() {
  const together = useTogether()
  const [chosen, setChosen] = useState<string | null>(null)
  if (together === null) return <div aria-busy="true" />
  if (together.topics.length < 2) {
    return (
      <EmptyState icon={<Tags size={20} />} title="Not enough topics for a map">
        It shows which topics go together once your library has a few.
      </EmptyState>
    )
  }
  return (
    <>
      {chosen === null ? (
        <p className={styles.hint}>
          Your {together.topics.length} most frequent topics; those that are close go together. Choose one.
        </p>
      ) : (
        <ChosenTopic topic={chosen} onChoose={setChosen} />
      )}
      <Picture together={together} chosen={chosen} onChoose={setChosen} />
    </>
  )
}

type PictureProps = { together: Together; chosen: string | null; onChoose: (topic: string | null) => void }

function Picture({ together, chosen, onChoose }: PictureProps) {
  const list = useRef<HTMLUListElement>(null)
  const order = useMemo(() => orderOf(together), [together])
  const [reached, setReached] = useState(0)
  const stop = Math.min(reached, order.length - 1)
  const number = together.topics.findIndex(({ topic }) => topic === chosen)
  const withChosen = useMemo(
    () => (number === -1 ? null : new Map(linksOf(together, number).map((link) => [link.other, link.count]))),
    [together, number],
  )

  function moveByKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (event.key === 'Escape' && chosen !== null) {
      event.preventDefault()
      onChoose(null)
      return
    }
    const next = indexAfterKey(event.key, stop, order.length, rowsPerPage)
    if (next === null) return
    event.preventDefault()
    setReached(next)
    list.current?.querySelectorAll('button')[next]?.focus()
  }

  return (
    <div className={styles.scroller}>
      <div className={styles.map}>
        <ul ref={list} aria-label="Map of topics" className={styles.topics} onKeyDown={moveByKey}>
          {order.map((each, index) => {
            const topic = together.topics[each]
            if (topic === undefined) return null
            const count = withChosen?.get(each)
            const isChosen = each === number
            return (
              <li key={topic.topic} className={styles.row}>
                <button
                  type="button"
                  className={styles.topic}
                  tabIndex={index === stop ? 0 : -1}
                  aria-pressed={isChosen}
                  aria-label={nameOf(together, each)}
                  title={topic.topic}
                  data-far={withChosen !== null && !isChosen && count === undefined}
                  onFocus={() => setReached(index)}
                  onClick={() => onChoose(isChosen ? null : topic.topic)}
                >
                  <span className={styles.name} dir="auto">
                    {topic.topic}
                  </span>
                  <span className={styles.count}>
                    {withChosen === null || isChosen
                      ? topic.count.toLocaleString('en')
                      : count === undefined
                        ? ''
                        : `${count.toLocaleString('en')} together`}
                  </span>
                </button>
              </li>
            )
          })}
        </ul>
        <TopicArcs together={together} order={order} chosen={number === -1 ? null : number} />
      </div>
    </div>
  )
}

/** "Kubernetes, 41 episodes, most often with Security". */
function nameOf(together: Together, number: number): string {
  const topic = together.topics[number]
  const closest = linksOf(together, number).toSorted((one, other) => other.count - one.count)[0]
  const other = closest === undefined ? undefined : together.topics[closest.other]
  const said = `${topic?.topic ?? ''}, ${episodeCountText(topic?.count ?? 0)}`
  return other === undefined ? said : `${said}, most often with ${other.topic}`
}

/** One that a single episode has goes with whatever else that has. */
function mostFrequent(library: Library): TopicCount[] {
  return topicsMatching(topicCountsOf(library), '', 'count')
    .filter(({ count }) => count > 1)
    .slice(0, most)
}

function useTogether(): Together | null {
  const library = useLibrary()
  const top = useMemo(() => (library === undefined ? null : mostFrequent(library)), [library])
  const count = useMemo(() => (top === null ? null : countingTogether(top)), [top])
  const begin = useMemo(
    () => (library === undefined || count === null ? null : () => count(library)),
    [library, count],
  )
  return useSliced(begin)
}
