import { openEpisode } from '../shell/open.ts'
import type { Grouping } from './listed-notes.ts'
import type { NoteEntry } from './note-entries.ts'
import styles from './notes-list.module.css'

type NoteGroupHeadProps = {
  grouping: Grouping
  entry: Extract<NoteEntry, { kind: 'group' }>
  /** The first note under it. */
  first: NoteEntry | undefined
}

export function NoteGroupHead({ grouping, entry, first }: NoteGroupHeadProps) {
  const note = first?.kind === 'note' ? first.note : null
  const key = entry.key.slice('group '.length)
  const count = <span className={styles.count}>{entry.count.toLocaleString('en')}</span>
  if (grouping === 'episode' && note !== null) {
    return (
      <h3 className={styles.heading}>
        <button type="button" tabIndex={-1} dir="auto" onClick={() => openEpisode(note.episodeId)}>
          {note.context.episodeTitle}
        </button>
        <span className={styles.podcast} dir="auto">
          {note.context.podcastTitle}
        </span>
        {count}
      </h3>
    )
  }
  return (
    <h3 className={styles.heading}>
      <span dir="auto">{titleOf(grouping, key)}</span>
      {count}
    </h3>
  )
}

const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

function titleOf(grouping: Grouping, key: string): string {
  switch (grouping) {
    case 'date':
      return day.format(new Date(`${key}T12:00:00`))
    case 'tag':
      return key === '' ? 'Without a tag' : key
    case 'topic':
      return key === '' ? 'Without a topic' : key
    case 'episode':
    case 'podcast':
      return key
  }
}
