import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { podcastBySlug } from '../db/podcasts.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { TextField } from '../elements/text-field.tsx'
import { announce } from '../shell/announce.ts'
import { goToPodcast, openEpisode } from '../shell/open.ts'
import { closeDialog } from '../shell/open-dialog.ts'
import { type AddedPodcast, addPodcast } from '../sync/add-podcast.ts'
import styles from './dialogs.module.css'

export function AddPodcastDialog() {
  const formId = useId()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const looking = useRef<AbortController | null>(null)
  useEffect(() => () => looking.current?.abort(), [])

  async function add(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const stop = new AbortController()
    looking.current = stop
    setProblem(null)
    setBusy(true)
    const added = await addPodcast(text, stop.signal)
    if (stop.signal.aborted) return
    setBusy(false)
    if (!added.ok) return setProblem(added.problem.message)
    closeDialog()
    await show(added.value)
  }

  function cancel(): void {
    if (!busy) {
      closeDialog()
      return
    }
    looking.current?.abort()
    setBusy(false)
    announce('Stopped. Nothing was added.')
  }

  return (
    <Dialog
      title="Add podcast"
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={cancel}>{busy ? 'Stop' : 'Cancel'}</Button>
          <Button type="submit" form={formId} tone="primary" busy={busy} aria-disabled={busy}>
            Add
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={(event) => void add(event)}>
        <TextField
          label="Podcast or episode address"
          // The sentence on a problem names an example of its own.
          hint={
            problem === null
              ? 'For example https://stenobird.com/podcast/day-two-devops, or just day-two-devops.'
              : undefined
          }
          value={text}
          problem={problem}
          data-autofocus=""
          autoComplete="off"
          spellCheck={false}
          readOnly={busy}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setProblem(null)
          }}
        />
      </form>
    </Dialog>
  )
}

async function show({ podcastSlug, episodeId, alreadyFollowed }: AddedPodcast): Promise<void> {
  goToPodcast(podcastSlug)
  if (episodeId !== null) openEpisode(episodeId)
  const title = (await podcastBySlug(podcastSlug))?.title ?? podcastSlug
  announce(
    alreadyFollowed
      ? `${title} is in your library already. It is being synced.`
      : `${title} was added. Its episodes are being read.`,
  )
}
