import { type FormEvent, useId, useMemo, useState } from 'react'
import { storedTopicCounts, topicCountsOf } from '../db/topic-counts.ts'
import { useLibrary, useTopicNames } from '../db/use-library.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { TextField } from '../elements/text-field.tsx'
import { topicCalled, useKnownTopics } from '../highlights/lanes/topic-picker.tsx'
import { closeDialog } from '../shell/open-dialog.ts'
import { episodeCountText } from './count-topics.ts'
import { likelyNamesOf } from './likely-names.ts'
import { joinTopics, showTopicAs, takeAllApart, takeTopicOut } from './name-acts.ts'
import styles from './topic-names.module.css'

const mostOffered = 1000
const mostSuggested = 6

/** The names under which a topic goes: which of them is shown, which go with it, and others that may. */
export function TopicNamesDialog({ topic }: { topic: string }) {
  const names = useTopicNames()
  const shown = names.shownOf(topic)
  const others = names.othersOf(shown)
  const library = useLibrary()
  const counts = useMemo(
    () => (library === undefined ? null : storedTopicCounts(library, new Set([shown, ...others]))),
    [library, shown, others],
  )
  return (
    <Dialog
      title={`Names of ${shown}`}
      onClose={closeDialog}
      footer={
        <>
          {others.length < 2 ? null : (
            <Button tone="quiet" onClick={() => void takeAllApart(shown)}>
              Take all apart
            </Button>
          )}
          <Button tone="primary" onClick={closeDialog}>
            Done
          </Button>
        </>
      }
    >
      <ul aria-label="Names" className={styles.names}>
        {[shown, ...others].map((name) => (
          <li key={name} className={styles.name}>
            <label className={styles.choice}>
              <input
                type="radio"
                name="shown"
                checked={name === shown}
                onChange={() => void showTopicAs(name)}
              />
              <span className={styles.word} dir="auto">
                {name}
              </span>
              <span className={styles.count}>{episodeCountText(counts?.get(name) ?? 0)}</span>
            </label>
            {others.length === 0 ? null : (
              <Button tone="quiet" aria-label={`Take out ${name}`} onClick={() => void takeTopicOut(name)}>
                Take out
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.hint}>
        {others.length === 0
          ? 'Add another name for the same topic. Their episodes then stand under one.'
          : 'The chosen name is shown everywhere. An episode with several of them counts once.'}
      </p>
      <AddName shown={shown} />
    </Dialog>
  )
}

function AddName({ shown }: { shown: string }) {
  const formId = useId()
  const listId = useId()
  const known = useKnownTopics()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const likely = useLikely(shown)

  function add(event: FormEvent): void {
    event.preventDefault()
    const topic = topicCalled(typed, known)
    if (topic === undefined || topic === shown) {
      setProblem(
        topic === shown ? 'That is this topic.' : 'No episode has that topic. Choose one that is offered.',
      )
      return
    }
    setTyped('')
    void joinTopics(topic, shown)
  }

  return (
    <form id={formId} onSubmit={add} className={styles.add}>
      <TextField
        label="Another name"
        list={listId}
        autoComplete="off"
        data-autofocus=""
        placeholder="Type a topic, then Enter"
        value={typed}
        problem={problem}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setProblem(null)
        }}
      />
      <datalist id={listId}>
        {known
          .filter((topic) => topic !== shown)
          .slice(0, mostOffered)
          .map((topic) => (
            <option key={topic} value={topic} />
          ))}
      </datalist>
      {likely.length === 0 ? null : (
        <fieldset aria-label="May mean the same" className={styles.likely}>
          <span className={styles.hint}>May mean the same:</span>
          {likely.map((topic) => (
            <Button key={topic} aria-label={`Join ${topic}`} onClick={() => void joinTopics(topic, shown)}>
              {topic}
            </Button>
          ))}
        </fieldset>
      )}
    </form>
  )
}

function useLikely(shown: string): string[] {
  const library = useLibrary()
  return useMemo(() => {
    if (library === undefined) return []
    const counted = Array.from(topicCountsOf(library), ([topic, count]) => ({ topic, count }))
    return likelyNamesOf(shown, counted).slice(0, mostSuggested)
  }, [library, shown])
}
