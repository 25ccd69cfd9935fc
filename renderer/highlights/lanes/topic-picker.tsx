import { X } from 'lucide-react'
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { folded } from '../../../shared/text/fold.ts'
import { topicCountsOf } from '../../db/topic-counts.ts'
import { topicNamesNow, useLibrary } from '../../db/use-library.ts'
import { TextField } from '../../elements/text-field.tsx'
import styles from './lane-tools.module.css'

type TopicPickerProps = { topics: readonly string[]; onChange: (topics: string[]) => void }

/** The chosen topics, and a field that completes one of the library's: Enter takes it. */
export function TopicPicker({ topics, onChange }: TopicPickerProps) {
  const id = useId()
  const field = useRef<HTMLDivElement>(null)
  const known = useKnownTopics()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  function take(text: string): void {
    const topic = topicCalled(text, known)
    if (topic === undefined) {
      setProblem('No episode has that topic.')
      return
    }
    setTyped('')
    setProblem(null)
    if (!topics.includes(topic)) onChange([...topics, topic])
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || typed.trim() === '') return
    event.preventDefault()
    take(typed)
  }

  return (
    <div ref={field} className={styles.whole}>
      {topics.length === 0 ? null : (
        <ul aria-label="Chosen topics" className={styles.topics}>
          {topics.map((topic) => (
            <li key={topic} className={styles.topic}>
              <span className={styles.words} dir="auto">
                {topic}
              </span>
              <button
                type="button"
                className={styles.remove}
                aria-label={`Remove topic ${topic}`}
                onClick={() => {
                  onChange(topics.filter((other) => other !== topic))
                  field.current?.querySelector('input')?.focus()
                }}
              >
                <X size={12} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <TextField
        label="Topic"
        list={id}
        autoComplete="off"
        placeholder="Type a topic, then Enter"
        value={typed}
        problem={problem}
        onChange={(event) => {
          const { value } = event.currentTarget
          setProblem(null)
          // What is chosen from the list arrives whole, in one piece.
          if (known.includes(value) && Math.abs(value.length - typed.length) > 1) take(value)
          else setTyped(value)
        }}
        onKeyDown={onKeyDown}
      />
      <datalist id={id}>
        {known
          .filter((topic) => !topics.includes(topic))
          .slice(0, mostOffered)
          .map((topic) => (
            <option key={topic} value={topic} />
          ))}
      </datalist>
    </div>
  )
}

const mostOffered = 1000

/** Those in most episodes first. */
export function useKnownTopics(): readonly string[] {
  const library = useLibrary()
  return useMemo(() => {
    if (library === undefined) return []
    const counts = [...topicCountsOf(library)]
    return counts.sort(([, one], [, other]) => other - one).map(([topic]) => topic)
  }, [library])
}

/** The topic that a person means by what they typed, also by another of its names. */
export function topicCalled(typed: string, known: readonly string[]): string | undefined {
  const wanted = folded(typed.trim())
  const called = (topic: string) => folded(topic) === wanted
  const names = topicNamesNow()
  return (
    known.find((topic) => topic === typed.trim()) ??
    known.find(called) ??
    known.find((topic) => names.othersOf(topic).some(called))
  )
}
