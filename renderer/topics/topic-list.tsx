import { EyeOff, FileText, Play, SearchX, Tags, TextCursorInput } from 'lucide-react'
import { type KeyboardEvent, memo, useLayoutEffect, useMemo, useRef } from 'react'
import { aboutTopic } from '../chapter-search/chapter-query.ts'
import { topicNamesNow, useTopicNames } from '../db/use-library.ts'
import { openDossier } from '../dossier/open-dossier.ts'
import { EmptyState } from '../elements/empty-state.tsx'
import { IconButton } from '../elements/icon-button.tsx'
import { Menu } from '../elements/menu.tsx'
import { showTopics } from '../library/filter-store.ts'
import { indexAfterKey } from '../library/row-keys.ts'
import { type MarkedList, markedRows } from '../library/row-mark.ts'
import { placesOfRows } from '../library/row-places.ts'
import { scrollTopShowing } from '../library/row-window.ts'
import { useKeptPlace } from '../library/use-kept-place.ts'
import { useReachedRow } from '../library/use-reached-row.ts'
import { useRowWindow } from '../library/use-row-window.ts'
import { goTo } from '../shell/open.ts'
import { openDialog } from '../shell/open-dialog.ts'
import { episodeCountText, type TopicCount } from './count-topics.ts'
import { hideTopic } from './name-acts.ts'
import styles from './topic-list.module.css'

/** In CSS pixels, the same for all. */
const rowHeight = 34
const places = placesOfRows(rowHeight)

type TopicListProps = {
  topics: readonly TopicCount[]
  none: boolean
  /** Which list this is, for the place that is kept of it. */
  positionKey: string
}

/** Thousands of topics, of which those in sight are built. One stop for Tab, then the arrows go from topic to topic. */
export function TopicList({ topics, none, positionKey }: TopicListProps) {
  if (none) {
    return (
      <EmptyState icon={<Tags size={20} />} title="No topics yet">
        Topics come with the episodes of the podcasts that you add.
      </EmptyState>
    )
  }
  if (topics.length === 0) {
    return (
      <EmptyState icon={<SearchX size={20} />} title="No topic matches">
        Try fewer letters.
      </EmptyState>
    )
  }
  return <Rows key={positionKey} topics={topics} positionKey={positionKey} />
}

function markedTopics(topics: readonly TopicCount[]): MarkedList {
  return markedRows(
    topics.length,
    (index) => topics[index]?.topic,
    (key) => topics.findIndex(({ topic }) => topic === key),
  )
}

function Rows({ topics, positionKey }: Pick<TopicListProps, 'topics' | 'positionKey'>) {
  const scroller = useRef<HTMLDivElement>(null)
  const marked = useMemo(() => markedTopics(topics), [topics])
  const { stop, reach } = useReachedRow(marked, 0, positionKey)
  const keepPlace = useKeptPlace(scroller, marked, places, positionKey)
  const { window, look } = useRowWindow(scroller, topics.length, rowHeight)
  const names = useTopicNames()
  const most = topics.reduce((highest, { count }) => Math.max(highest, count), 0)
  useLayoutEffect(look)

  function moveByKey(event: KeyboardEvent): void {
    const element = scroller.current
    if (element === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    // The menu of a row has arrows of its own.
    if (event.target instanceof Element && event.target.closest('[role=menu]') !== null) return
    const { scrollTop, clientHeight: height } = element
    const page = Math.max(1, Math.floor(height / rowHeight) - 1)
    const next = indexAfterKey(event.key, stop, topics.length, page)
    if (next === null) return
    event.preventDefault()
    reach(next)
    element.scrollTop = scrollTopShowing(next, rowHeight, { scrollTop, height })
    requestAnimationFrame(() => {
      element.querySelector<HTMLElement>(`[data-index="${next}"] button`)?.focus({ preventScroll: true })
    })
  }

  return (
    <div ref={scroller} className={styles.scroller} onScroll={keepPlace}>
      <ul
        aria-label="All topics"
        className={styles.list}
        style={{ height: topics.length * rowHeight }}
        onKeyDown={moveByKey}
      >
        {indicesOf(window, stop).map((index) => {
          const each = topics[index]
          return each === undefined ? null : (
            <TopicItem
              key={each.topic}
              topic={each.topic}
              count={each.count}
              also={names.othersOf(each.topic).join(', ')}
              barPixels={Math.round((each.count / most) * 64)}
              index={index}
              size={topics.length}
              tabIndex={index === stop ? 0 : -1}
              reach={reach}
            />
          )
        })}
      </ul>
    </div>
  )
}

type TopicItemProps = TopicCount & {
  also: string
  barPixels: number
  index: number
  size: number
  tabIndex: number
  reach: (index: number) => void
}

/** Drawn anew only when something of its own changes: while a sync runs the counts change often. */
const TopicItem = memo(function TopicItem(props: TopicItemProps) {
  const { topic, count, also, barPixels, index, size, tabIndex, reach } = props
  return (
    <li
      className={styles.item}
      aria-setsize={size}
      aria-posinset={index + 1}
      data-index={index}
      style={{ height: rowHeight, transform: `translateY(${index * rowHeight}px)` }}
      onFocus={() => reach(index)}
    >
      <button
        type="button"
        className={styles.topic}
        tabIndex={tabIndex}
        title={also === '' ? topic : `${topic}, also ${also}`}
        onClick={() => {
          showTopics([topic])
          goTo('library')
        }}
      >
        <span className={styles.name} dir="auto">
          {topic}
          {also === '' ? null : <span className={styles.also}> also {also}</span>}
        </span>
        <span className={styles.bar} style={{ width: `${barPixels}px` }} />
        <span className={styles.count}>
          <span aria-hidden="true">{count.toLocaleString('en')}</span>
          <span className="visually-hidden">, {episodeCountText(count)}</span>
        </span>
      </button>
      <IconButton
        label={`Dossier on ${topic}`}
        size="small"
        className={styles.act}
        tabIndex={tabIndex}
        icon={<FileText size={14} />}
        onClick={() => openDossier(topic)}
      />
      <IconButton
        label={`Play chapters about ${topic}`}
        size="small"
        className={styles.act}
        tabIndex={tabIndex}
        icon={<Play size={14} />}
        onClick={() => openDialog({ kind: 'find-chapters', query: aboutTopic(topic, topicNamesNow()) })}
      />
      <Menu
        label={`More about ${topic}`}
        className={styles.act}
        tabIndex={tabIndex}
        items={[
          {
            label: also === '' ? 'Join with another topic…' : 'Its names…',
            icon: <TextCursorInput size={15} />,
            run: () => openDialog({ kind: 'topic-names', topic }),
          },
          { label: 'Hide this topic', icon: <EyeOff size={15} />, run: () => void hideTopic(topic) },
        ]}
      />
    </li>
  )
})

/** The row with the stop for Tab stays built, however far the list was scrolled. */
function indicesOf({ first, end }: { first: number; end: number }, stop: number): number[] {
  const seen = Array.from({ length: end - first }, (_, at) => first + at)
  if (stop < first) return [stop, ...seen]
  return stop < end ? seen : [...seen, stop]
}
