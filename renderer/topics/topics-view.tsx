import { useMemo, useState } from 'react'
import { countingTopics, type TopicCounts } from '../db/topic-counts.ts'
import { useLibrary, useTopicNames } from '../db/use-library.ts'
import { useSliced } from '../db/use-sliced.ts'
import { Button } from '../elements/button.tsx'
import { Segmented } from '../elements/segmented.tsx'
import { TextField } from '../elements/text-field.tsx'
import view from '../elements/view.module.css'
import { openDialog } from '../shell/open-dialog.ts'
import { topicsMatching } from './count-topics.ts'
import { HiddenTopics } from './hidden-topics.tsx'
import { likelyPairs } from './likely-names.ts'
import { RisingTopics } from './rising-topics.tsx'
import { TopicList } from './topic-list.tsx'
import { TopicMap } from './topic-map.tsx'
import { useTopicsChoice } from './topics-store.ts'
import styles from './topics-view.module.css'

const parts = [
  { value: 'list', label: 'All' },
  { value: 'map', label: 'Map', title: 'Which topics go together' },
  { value: 'rising', label: 'Rising', title: 'Topics that come up more of late' },
] as const

const orders = [
  { value: 'count', label: 'Most episodes' },
  { value: 'name', label: 'Name' },
] as const

/** Every topic of the library, how they go together, and which of them rise. */
export function TopicsView() {
  const library = useLibrary()
  const part = useTopicsChoice((state) => state.part)
  const begin = useMemo(() => (library === undefined ? null : () => countingTopics(library)), [library])
  // In the turn of what else counts them.
  const counts = useSliced(begin)
  return (
    <section className={view.whole} aria-label="All topics">
      <header className={styles.header}>
        <div className={view.line}>
          <h2 className={view.title}>Topics</h2>
          <span className={view.total}>{counts === null ? '' : counts.size.toLocaleString('en')}</span>
          <Segmented
            label="Topics as"
            options={parts}
            value={part}
            onChange={(chosen) => useTopicsChoice.setState({ part: chosen })}
          />
        </div>
      </header>
      {part === 'list' ? <AllTopics counts={counts} /> : part === 'map' ? <TopicMap /> : <RisingTopics />}
    </section>
  )
}

function AllTopics({ counts }: { counts: TopicCounts | null }) {
  const names = useTopicNames()
  const [text, setText] = useState('')
  const order = useTopicsChoice((state) => state.order)
  const [showsHidden, setShowsHidden] = useState(false)
  const topics = useMemo(
    () => (counts === null ? null : topicsMatching(counts, text, order, names)),
    [counts, text, order, names],
  )
  const hidden = names.hidden.length
  return (
    <>
      <div className={styles.tools}>
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
          <Segmented
            label="Order"
            options={orders}
            value={order}
            onChange={(chosen) => useTopicsChoice.setState({ order: chosen })}
          />
        </div>
        <div className={styles.ways}>
          <LikelyButton counts={counts} />
          {hidden === 0 ? null : (
            <Button tone="quiet" aria-expanded={showsHidden} onClick={() => setShowsHidden(!showsHidden)}>
              {hidden.toLocaleString('en')} hidden
            </Button>
          )}
        </div>
      </div>
      {showsHidden && hidden > 0 ? <HiddenTopics /> : null}
      {topics === null ? (
        <div aria-busy="true" />
      ) : (
        <TopicList topics={topics} none={counts?.size === 0} positionKey={`topics ${order} ${text}`} />
      )}
    </>
  )
}

/** Only where there are names that may mean the same. */
function LikelyButton({ counts }: { counts: TopicCounts | null }) {
  const likely = useMemo(
    () => likelyPairs(Array.from(counts ?? [], ([topic, count]) => ({ topic, count }))).length,
    [counts],
  )
  if (likely === 0) return null
  return (
    <Button tone="quiet" aria-haspopup="dialog" onClick={() => openDialog({ kind: 'likely-topics' })}>
      {likely === 1 ? '1 may mean the same as another…' : `${likely.toLocaleString('en')} may mean the same…`}
    </Button>
  )
}
