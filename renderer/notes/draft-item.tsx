import { dropDraft } from '../db/drafts.ts'
import type { DraftRow } from '../db/rows.ts'
import { Button } from '../elements/button.tsx'
import styles from './draft-item.module.css'
import { goOnWithDraft } from './old-drafts.ts'
import { PlayTimeButton } from './play-time-button.tsx'
import { told } from './told.ts'

/** A note that was begun and not saved in an older version, with what can be done with it. */
export function DraftItem({ draft }: { draft: DraftRow }) {
  return (
    <div className={styles.draft}>
      <div className={styles.when}>
        {draft.startSeconds === null ? null : (
          <PlayTimeButton episodeId={draft.episodeId} seconds={draft.startSeconds} />
        )}
      </div>
      <p className={styles.text}>
        <span className={styles.word}>Unfinished</span> {draft.text}
      </p>
      <div className={styles.acts}>
        <Button tone="quiet" onClick={() => void told(goOnWithDraft(draft), 'The note could not be opened.')}>
          Continue
        </Button>
        <Button
          tone="quiet"
          onClick={() => void told(dropDraft(draft.key), 'It could not be thrown away; try again.')}
        >
          Discard
        </Button>
      </div>
    </div>
  )
}
