import { X } from 'lucide-react'
import { type FormEvent, useId, useRef, useState } from 'react'
import { success } from '../../shared/result.ts'
import { Button } from '../elements/button.tsx'
import { IconButton } from '../elements/icon-button.tsx'
import { withSkipWord } from './read-skip-word.ts'
import { saveSetting } from './save-setting.ts'
import styles from './settings-view.module.css'
import { useSettings } from './store.ts'

/** Words and phrases by which chapters are skipped, each kept as soon as it is added. */
export function SkipWords() {
  const id = useId()
  const words = useSettings(({ skipWords }) => skipWords)
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  async function add(event: FormEvent): Promise<void> {
    event.preventDefault()
    const failed = await saveSetting(withSkipWord(words, typed), `Chapters named ${typed.trim()} are skipped`)
    setProblem(failed)
    if (failed === null) setTyped('')
  }

  async function remove(word: string): Promise<void> {
    const left = words.filter((each) => each !== word)
    setProblem(
      await saveSetting(success({ skipWords: left }), `Chapters named ${word} are no longer skipped`),
    )
    field.current?.focus()
  }

  return (
    <fieldset className={styles.group} aria-describedby={`${id}-hint`}>
      <legend>Skip chapters named</legend>
      {words.length === 0 ? null : (
        <ul aria-label="Skipped names" className={styles.words}>
          {words.map((word) => (
            <li key={word} className={styles.word}>
              <span>{word}</span>
              <IconButton
                label={`Remove ${word}`}
                size="small"
                icon={<X size={14} />}
                onClick={() => void remove(word)}
              />
            </li>
          ))}
        </ul>
      )}
      <form className={styles.addWord} onSubmit={(event) => void add(event)}>
        <input
          ref={field}
          aria-label="Word or phrase"
          className={styles.newWord}
          autoComplete="off"
          placeholder="sponsor"
          value={typed}
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit">Add word</Button>
      </form>
      {problem === null ? null : (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
      <p id={`${id}-hint`} className={styles.hint}>
        A chapter whose title holds one of these, as a whole word, is passed over while you listen. In the
        list of chapters you can have a single one played all the same.
      </p>
    </fieldset>
  )
}
