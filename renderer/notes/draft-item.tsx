import type { DraftRow } from '../db/rows.ts'
import { Button } from '../elements/button.tsx'
import styles from './draft-item.module.css'
import { discardDraft, openEditor } from './editor-actions.ts'
import { targetOfDraft } from './note-target.ts'
import { PlayTimeButton } from './play-time-button.tsx'

/** A note that was begun and not saved, with what can be done with it. */
export function DraftItem({ draft }: { draft: DraftRow }) {
  const target = targetOfDraft(draft)
  if (target === null) return null
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
        <Button tone="quiet" onClick={() => void openEditor(target)}>
          Continue
        </Button>
        <Button tone="quiet" onClick={() => void discardDraft(target)}>
          Discard
        </Button>
      </div>
    </div>
  )
}
