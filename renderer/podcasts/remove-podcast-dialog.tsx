import { podcastBySlug } from '../db/podcasts.ts'
import { useLive } from '../db/use-live.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { closeDialog } from '../shell/open-dialog.ts'
import { remove } from './actions.ts'
import styles from './dialogs.module.css'

export function RemovePodcastDialog({ podcastSlug }: { podcastSlug: string }) {
  const podcast = useLive(() => podcastBySlug(podcastSlug), [podcastSlug])
  if (podcast === undefined) return null
  return (
    <Dialog
      title={`Remove ${podcast.title}?`}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>Keep it</Button>
          <Button
            tone="danger"
            onClick={() => {
              closeDialog()
              void remove(podcast)
            }}
          >
            Remove
          </Button>
        </>
      }
    >
      <div className={styles.text}>
        <p>
          Its episodes leave the library and Up next, audio that was downloaded is deleted, and it is no
          longer synced.
        </p>
        <p>
          What you made stays: notes with the episodes they are on, how far you listened, requests for
          transcripts, and which audio you chose. Add the podcast again and all of it is in its place.
        </p>
      </div>
    </Dialog>
  )
}
