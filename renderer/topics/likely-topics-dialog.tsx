import { useMemo } from 'react'
import { topicCountsOf } from '../db/topic-counts.ts'
import { useLibrary } from '../db/use-library.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { closeDialog } from '../shell/open-dialog.ts'
import { episodeCountText } from './count-topics.ts'
import { likelyPairs } from './likely-names.ts'
import { joinTopics } from './name-acts.ts'
import styles from './topic-names.module.css'

const mostShown = 100

/** Names that may mean the same; each two are joined only when the person says so. */
export function LikelyTopicsDialog() {
  const library = useLibrary()
  const { pairs, counts } = useMemo(() => {
    const known = library === undefined ? new Map<string, number>() : topicCountsOf(library)
    return { pairs: likelyPairs(Array.from(known, ([topic, count]) => ({ topic, count }))), counts: known }
  }, [library])
  return (
    <Dialog title="Names that may mean the same" width="wide" onClose={closeDialog}>
      {pairs.length === 0 ? (
        <p className={styles.hint}>There are none left.</p>
      ) : (
        <ul aria-label="May mean the same" className={styles.names}>
          {pairs.slice(0, mostShown).map(({ topic, shown }) => (
            <li key={topic} className={styles.name}>
              <span className={styles.word} dir="auto">
                {topic}
              </span>
              <span className={styles.count}>{episodeCountText(counts.get(topic) ?? 0)}</span>
              <Button
                aria-label={`Show ${topic} as ${shown}`}
                title={`${shown}, ${episodeCountText(counts.get(shown) ?? 0)}`}
                className={styles.join}
                onClick={() => void joinTopics(topic, shown)}
              >
                Show as “{shown}”
              </Button>
            </li>
          ))}
        </ul>
      )}
      {pairs.length <= mostShown ? null : (
        <p className={styles.hint}>These are the first {mostShown}; the next come as you go through them.</p>
      )}
    </Dialog>
  )
}
