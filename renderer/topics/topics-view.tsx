import { FileText, Play, SearchX, Tags } from 'lucide-react'
import { memo, useMemo, useState } from 'react'
import { aboutTopic } from '../chapter-search/chapter-query.ts'
import { topicCountsOf } from '../db/topic-counts.ts'
import { useLibrary } from '../db/use-library.ts'
import { openDossier } from '../dossier/open-dossier.ts'
import { EmptyState } from '../elements/empty-state.tsx'
import { IconButton } from '../elements/icon-button.tsx'
import { Segmented } from '../elements/segmented.tsx'
import { TextField } from '../elements/text-field.tsx'
import view from '../elements/view.module.css'
import { chooseTopics } from '../library/filter-store.ts'
import { goTo } from '../shell/open.ts'
import { openDialog } from '../shell/open-dialog.ts'
import { type TopicCount, type TopicOrder, topicsMatching } from './count-topics.ts'
import styles from './topics-view.module.css'

const orders = [
  { value: 'count', label: 'Most episodes' },
  { value: 'name', label: 'Name' },
] as const

/** Every topic of the library; one leads to its episodes. */
export function TopicsView() {
  const library = useLibrary()
  const [text, setText] = useState('')
  const [order, setOrder] = useState<TopicOrder>('count')
  const counts = useMemo(() => (library === undefined ? null : topicCountsOf(library)), [library])
  const topics = useMemo(
    () => (counts === null ? null : topicsMatching(counts, text, order)),
    [counts, text, order],
  )
  return (
    <section className={view.whole} aria-label="All topics">
      <header className={view.header}>
        <div className={view.line}>
          <h2 className={view.title}>Topics</h2>
          <span className={view.total}>{counts === null ? '' : counts.size.toLocaleString('en')}</span>
        </div>
        <div className={view.line}>
          <TextField
            label="Filter topics"
            labelled="hidden"
            placeholder="Filter topics"
            autoComplete="off"
            className={styles.filter}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Segmented label="Order" options={orders} value={order} onChange={setOrder} />
        </div>
      </header>
      {topics === null ? <div aria-busy="true" /> : <TopicList topics={topics} none={counts?.size === 0} />}
    </section>
  )
}

function TopicList({ topics, none }: { topics: readonly TopicCount[]; none: boolean }) {
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
  const most = topics.reduce((highest, { count }) => Math.max(highest, count), 0)
  return (
    <ul aria-label="All topics" className={styles.list}>
      {topics.map(({ topic, count }) => (
        <TopicItem key={topic} topic={topic} count={count} barPixels={Math.round((count / most) * 64)} />
      ))}
    </ul>
  )
}

/** Drawn anew only when something of its own changes: there are hundreds, and while a sync runs they change often. */
const TopicItem = memo(function TopicItem({ topic, count, barPixels }: TopicCount & { barPixels: number }) {
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.topic}
        onClick={() => {
          chooseTopics([topic])
          goTo('library')
        }}
      >
        <span className={styles.name} dir="auto">
          {topic}
        </span>
        <span className={styles.bar} style={{ width: `${barPixels}px` }} />
        <span className={styles.count}>
          <span aria-hidden="true">{count.toLocaleString('en')}</span>
          <span className="visually-hidden">{count === 1 ? ', 1 episode' : `, ${count} episodes`}</span>
        </span>
      </button>
      <IconButton
        label={`Dossier on ${topic}`}
        size="small"
        className={styles.play}
        icon={<FileText size={14} />}
        onClick={() => openDossier(topic)}
      />
      <IconButton
        label={`Play chapters about ${topic}`}
        size="small"
        className={styles.play}
        icon={<Play size={14} />}
        onClick={() => openDialog({ kind: 'find-chapters', query: aboutTopic(topic) })}
      />
    </li>
  )
})
