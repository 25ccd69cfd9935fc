import { clockText } from '../../shared/time/clock.ts'
import type { QueuedEntry } from './queued-entries.ts'
import styles from './up-next-view.module.css'
import { chapterCountText } from './up-next-words.ts'

/** So many are named; of more, how many there are. */
const mostNamed = 4

/** Which chapters of an episode wait. */
export function UpNextChapters({ entry: { part, chapters } }: { entry: QueuedEntry }) {
  const named = chapters.length > mostNamed ? chapters.slice(0, mostNamed - 1) : chapters
  const others = chapters.length - named.length
  const missing = (part?.length ?? 0) - chapters.length
  return (
    <span className={styles.chapters}>
      <span className={styles.only}>Only {chapterCountText(chapters.length)}</span>
      {named.map(({ startSeconds, title }) => (
        <span key={startSeconds} className={styles.chapter}>
          <span className="tabular">{clockText(startSeconds)}</span>{' '}
          <span className={styles.chapterTitle} dir="auto">
            {title}
          </span>
        </span>
      ))}
      {others === 0 ? null : <span>and {others} more</span>}
      {missing === 0 ? null : (
        <span>{missing === 1 ? 'One is' : `${missing} are`} no longer in the episode.</span>
      )}
    </span>
  )
}
