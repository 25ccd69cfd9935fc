import type { ParsedQuery } from '../../shared/search/parse-query.ts'
import type { SearchAnswer } from './search-answer.ts'
import styles from './search-view.module.css'

type SearchNotesProps = {
  text: string
  remarks: ParsedQuery['remarks']
  answer: SearchAnswer | null
}

/** What there is to say about how the text was read, and about what is not searched yet. */
export function SearchNotes({ text, remarks, answer }: SearchNotesProps) {
  // What ends the text may still be being typed.
  const settled = remarks.filter(({ end }) => end < text.length)
  const sentences = [
    ...settled.map(({ sentence }) => sentence),
    ...(answer === null ? [] : [...correctedText(answer.corrected), ...behindText(answer.behind)]),
  ]
  if (sentences.length === 0) return null
  return (
    <div className={styles.notes} role="status">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  )
}

const list = new Intl.ListFormat('en')

function correctedText(corrected: SearchAnswer['corrected']): string[] {
  if (corrected.length === 0) return []
  const words = (key: 'typed' | 'searched') => list.format(corrected.map((each) => `“${each[key]}”`))
  return [`Shown for ${words('searched')}, as next to nothing has ${words('typed')}.`]
}

function behindText(behind: number): string[] {
  if (behind === 0) return []
  return [
    behind === 1
      ? '1 episode is still being read in.'
      : `${behind.toLocaleString('en')} episodes are still being read in.`,
  ]
}
