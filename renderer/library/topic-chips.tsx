import { ChevronDown, ChevronUp } from 'lucide-react'
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { Button } from '../elements/button.tsx'
import { neighbour } from '../elements/roving.ts'
import { Segmented } from '../elements/segmented.tsx'
import { type ChipTopic, chipTopics, hasMoreTopics } from './chip-topics.ts'
import type { FilteredLibrary } from './filter-library.ts'
import { chooseTopics, setMatching, toggleTopic, useChosenTopics, useLibraryFilter } from './filter-store.ts'
import styles from './topic-chips.module.css'

const matchings = [
  { value: 'all', label: 'All', title: 'Episodes that have all chosen topics' },
  { value: 'any', label: 'Any', title: 'Episodes that have any of the chosen topics' },
] as const

export function TopicChips({ filtered }: { filtered: FilteredLibrary }) {
  const topics = useChosenTopics()
  const [shown, setShown] = useState<'usual' | 'all'>('usual')
  const element = useRef<HTMLDivElement>(null)
  const chips = useMemo(() => chipTopics(filtered, topics, shown), [filtered, topics, shown])
  if (chips.length === 0) return null
  const more = hasMoreTopics(filtered.totals)

  // The button goes away with the choice, so the focus moves on to where the next one is made.
  function clear(): void {
    element.current?.querySelector<HTMLElement>('[aria-pressed][tabindex="0"]')?.focus()
    chooseTopics([])
  }

  return (
    <div ref={element} className={styles.topics}>
      <Chips chips={chips} />
      {more || topics.length > 0 ? (
        <div className={styles.controls}>
          {more ? (
            <Button
              tone="quiet"
              className={styles.more}
              aria-expanded={shown === 'all'}
              onClick={() => setShown(shown === 'all' ? 'usual' : 'all')}
            >
              {shown === 'all' ? 'Fewer topics' : 'All topics'}
              {shown === 'all' ? <ChevronUp size={13} /> : <ChevronDown size={13} />}
            </Button>
          ) : null}
          {topics.length > 0 ? <Choice onClear={clear} /> : null}
        </div>
      ) : null}
    </div>
  )
}

/** How the chosen topics are taken, and the way to have none. */
function Choice({ onClear }: { onClear: () => void }) {
  const matching = useLibraryFilter((state) => state.matching)
  return (
    <div className={styles.choice}>
      <Segmented
        label="Match"
        options={matchings}
        value={matching}
        onChange={setMatching}
        className={styles.matching}
      />
      <Button tone="quiet" className={styles.more} onClick={onClear}>
        Clear topics
      </Button>
    </div>
  )
}

/** One stop for the Tab key; the arrows go from chip to chip. */
function Chips({ chips }: { chips: readonly ChipTopic[] }) {
  const group = useRef<HTMLFieldSetElement>(null)
  const [reached, setReached] = useState(0)
  const stop = Math.min(reached, chips.length - 1)

  function move(event: KeyboardEvent): void {
    const key = event.key === 'ArrowRight' ? 'ArrowDown' : event.key === 'ArrowLeft' ? 'ArrowUp' : event.key
    const next = neighbour(key, stop, chips.length)
    if (next === null) return
    event.preventDefault()
    setReached(next)
    group.current?.querySelectorAll('button')[next]?.focus()
  }

  return (
    <fieldset ref={group} aria-label="Topics" className={styles.chips} onKeyDown={move}>
      {chips.map((chip, index) => (
        <Chip
          key={chip.topic}
          chip={chip}
          tabIndex={index === stop ? 0 : -1}
          reach={() => setReached(index)}
        />
      ))}
    </fieldset>
  )
}

function Chip({ chip, tabIndex, reach }: { chip: ChipTopic; tabIndex: number; reach: () => void }) {
  const describedBy = useId()
  return (
    <button
      type="button"
      className={styles.chip}
      tabIndex={tabIndex}
      aria-pressed={chip.chosen}
      aria-describedby={describedBy}
      data-empty={chip.count === 0 && !chip.chosen}
      onFocus={reach}
      onClick={() => toggleTopic(chip.topic)}
    >
      <span className={styles.topic} dir="auto">
        {chip.topic}
      </span>
      <span className={styles.count} aria-hidden="true">
        {chip.count.toLocaleString('en')}
      </span>
      <span id={describedBy} hidden>
        {chip.count === 1 ? '1 episode' : `${chip.count} episodes`}
      </span>
    </button>
  )
}
