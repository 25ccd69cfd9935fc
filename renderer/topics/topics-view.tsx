import { useMemo, useState } from 'react'
import { topicCountsOf } from '../db/topic-counts.ts'
import { useLibrary, useTopicNames } from '../db/use-library.ts'
import { Button } from '../elements/button.tsx'
import { Segmented } from '../elements/segmented.tsx'
import { TextField } from '../elements/text-field.tsx'
import view from '../elements/view.module.css'
import { type TopicOrder, topicsMatching } from './count-topics.ts'
import { HiddenTopics } from './hidden-topics.tsx'
import { TopicList } from './topic-list.tsx'
import styles from './topics-view.module.css'

const orders = [
  { value: 'count', label: 'Most episodes' },
  { value: 'name', label: 'Name' },
] as const

/** Every topic of the library; one leads to its episodes. */
export function TopicsView() {
  const library = useLibrary()
  const names = useTopicNames()
  const [text, setText] = useState('')
  const [order, setOrder] = useState<TopicOrder>('count')
  const [showsHidden, setShowsHidden] = useState(false)
  const counts = useMemo(() => (library === undefined ? null : topicCountsOf(library)), [library])
  const topics = useMemo(
    () => (counts === null ? null : topicsMatching(counts, text, order, names)),
    [counts, text, order, names],
  )
  const hidden = names.hidden.length
  return (
    <section className={view.whole} aria-label="All topics">
      <header className={view.header}>
        <div className={view.line}>
          <h2 className={view.title}>Topics</h2>
          <span className={view.total}>{counts === null ? '' : counts.size.toLocaleString('en')}</span>
          {hidden === 0 ? null : (
            <Button tone="quiet" aria-expanded={showsHidden} onClick={() => setShowsHidden(!showsHidden)}>
              {hidden.toLocaleString('en')} hidden
            </Button>
          )}
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
      {showsHidden && hidden > 0 ? <HiddenTopics /> : null}
      {topics === null ? <div aria-busy="true" /> : <TopicList topics={topics} none={counts?.size === 0} />}
    </section>
  )
}
