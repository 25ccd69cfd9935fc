import { useId, useState } from 'react'
import dialog from '../archive/import-dialog.module.css'
import { useArchive } from '../archive/store.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { Switch } from '../elements/switch.tsx'
import settings from '../settings/settings-view.module.css'
import { importNotes, leaveNotes } from './acts.ts'
import styles from './import-notes-dialog.module.css'
import type { NotesPlan, PlannedEpisode } from './import-plan.ts'
import { counted, episodeText, fileText, importTitle, leftOutText, planSentences } from './import-words.ts'

/** What importing notes of other programs would do, before anything is done. */
export function ImportNotesDialog() {
  const work = useArchive((state) => state.work)
  const plan = work.kind === 'asking-notes' ? work.notes.plan : null
  const isOnlyDeleted = plan !== null && plan.added + plan.changed === 0
  const [bringsBack, setBringsBack] = useState(isOnlyDeleted)
  const bringBackId = useId()
  if (plan === null) return null
  const { episodes, leftOut, files, deletedHere } = plan
  const isIdle = isOnlyDeleted && !bringsBack
  return (
    <Dialog
      title={importTitle(plan)}
      width="wide"
      onClose={leaveNotes}
      footer={
        <>
          <Button onClick={leaveNotes}>Cancel</Button>
          <Button
            tone="primary"
            data-autofocus=""
            aria-disabled={isIdle}
            onClick={() => isIdle || void importNotes(bringsBack)}
          >
            Import
          </Button>
        </>
      }
    >
      <div className={dialog.text}>
        <Summary plan={plan} />
        {deletedHere === 0 ? null : (
          <div className={settings.row}>
            <label htmlFor={bringBackId}>Bring back what was deleted here</label>
            <Switch id={bringBackId} on={bringsBack} onChange={setBringsBack} />
          </div>
        )}
        <Episodes title="On episodes of your library" episodes={episodes.filter(({ by }) => by !== null)} />
        <Episodes
          title="On episodes that are not in your library"
          hint="They are kept with their titles, and listed under their podcast in Notes. Once the episode comes to your library, they move to it by themselves."
          episodes={episodes.filter(({ by }) => by === null)}
        />
        <Lines
          title="Not imported"
          lines={[
            ...leftOut.map((left) => ({ name: leftOutText(left), text: '' })),
            ...files
              .filter((file) => file.kind === 'refused')
              .map((file) => ({ name: file.name, text: fileText(file) })),
          ]}
        />
        <Lines
          title="Read from"
          lines={files
            .filter((file) => file.kind === 'read')
            .map((file) => ({ name: file.name, text: fileText(file) }))}
        />
      </div>
    </Dialog>
  )
}

function Summary({ plan }: { plan: NotesPlan }) {
  return (
    <div>
      <ul aria-label="What would be imported" className={styles.sentences}>
        {planSentences(plan).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className={dialog.aside}>
        What you wrote or changed here is never overwritten, and you can undo the import afterwards.
      </p>
    </div>
  )
}

type EpisodesProps = { title: string; hint?: string; episodes: readonly PlannedEpisode[] }

function Episodes({ title, hint, episodes }: EpisodesProps) {
  const lines = episodes.map((episode) => ({
    name: episode.title === '' ? 'Without a title' : episode.title,
    text: episodeText(episode),
  }))
  return <Lines title={title} hint={hint} lines={lines} />
}

type Line = { name: string; text: string }

const mostLines = 100

function Lines({ title, hint, lines }: { title: string; hint?: string | undefined; lines: readonly Line[] }) {
  if (lines.length === 0) return null
  return (
    <section aria-label={title}>
      <h3 className={dialog.subheading}>{title}</h3>
      {hint === undefined ? null : <p className={dialog.aside}>{hint}</p>}
      <ul className={styles.lines}>
        {lines.slice(0, mostLines).map(({ name, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never move, and two files can have one name.
          <li key={index}>
            <span dir="auto">{name}</span>
            {text === '' ? null : (
              <span className={styles.facts} dir="auto">
                {text}
              </span>
            )}
          </li>
        ))}
      </ul>
      {lines.length <= mostLines ? null : (
        <p className={dialog.aside}>And {counted(lines.length - mostLines, 'more', 'more')}.</p>
      )}
    </section>
  )
}
