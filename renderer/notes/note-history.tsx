import { Fragment, useMemo, useState } from 'react'
import { type NoteVersion, versionsOf } from '../../shared/annotations/edits.ts'
import { stateWords } from '../../shared/formats/note-words.ts'
import { anchorEnd } from '../../shared/models/anchor.ts'
import type { Annotation } from '../../shared/models/annotation.ts'
import type { EditAct } from '../../shared/models/annotation-edit.ts'
import type { Tracking } from '../../shared/models/tracking.ts'
import { changeAnnotations, editsOf } from '../db/annotation-edits.ts'
import { madeAnnotationWith } from '../db/annotations.ts'
import { useLive } from '../db/use-live.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { tellWithUndo } from './actions.ts'
import styles from './note-history.module.css'
import { NoteMarks } from './note-marks.tsx'
import { preciseClock } from './time-words.ts'
import { told } from './told.ts'
import { wordChanges } from './word-changes.ts'

type NoteHistoryProps = { note: Annotation; onClose: () => void }

/** What a note was before, version by version, with what changed from each to the next. */
export function NoteHistory({ note, onClose }: NoteHistoryProps) {
  const now = useLive(() => madeAnnotationWith(note.id), [note.id]) ?? note
  const edits = useLive(() => editsOf(note.id), [note.id])
  const versions = useMemo(() => versionsOf(now, edits ?? []), [now, edits])
  const [showsWhole, setShowsWhole] = useState<string | null>(null)

  async function restore(version: NoteVersion): Promise<void> {
    const { anchor, context, placement, body, tags, starred, colour, tracking } = version.note
    await told(
      changeAnnotations([note.id], 'restored', () => ({
        ...{ anchor, context, placement },
        body,
        tags,
        starred,
        colour,
        tracking,
      })).then((done) => {
        if (done !== null) tellWithUndo(`The note is as it was on ${when(version.endedAt)}.`, done.editId)
      }),
      'That version could not be brought back. It is still in the history; try again.',
    )
  }

  return (
    <Dialog title="History of the note" width="wide" onClose={onClose}>
      {edits === undefined ? null : versions.length === 0 ? (
        <p className={styles.empty}>
          It was not changed since it was written. Its first version is what you see.
        </p>
      ) : (
        <ol aria-label="Versions" className={styles.versions}>
          {versions.map((version, index) => {
            const next = versions[index - 1]?.note ?? now
            return (
              <li key={version.editId} className={styles.version}>
                <div className={styles.head}>
                  <h3 className={styles.when}>
                    Until {when(version.endedAt)}
                    <span className={styles.how}> · {actWords[version.endedBy]}</span>
                  </h3>
                  <Button
                    tone="quiet"
                    aria-expanded={showsWhole === version.editId}
                    onClick={() => setShowsWhole(showsWhole === version.editId ? null : version.editId)}
                  >
                    {showsWhole === version.editId ? 'Changes' : 'Whole text'}
                  </Button>
                  <Button
                    aria-label={`Restore the version until ${when(version.endedAt)}`}
                    onClick={() => void restore(version)}
                  >
                    Restore
                  </Button>
                </div>
                {showsWhole === version.editId ? (
                  <>
                    <p className={styles.text}>{version.note.body || 'No words.'}</p>
                    <NoteMarks note={version.note} />
                  </>
                ) : (
                  <Changes from={version.note} to={next} />
                )}
              </li>
            )
          })}
        </ol>
      )}
    </Dialog>
  )
}

/** What became of a version: words that went, and words that came. */
function Changes({ from, to }: { from: Annotation; to: Annotation }) {
  const lines = factLines(from, to)
  return (
    <>
      {from.body === to.body ? null : (
        <p className={styles.text}>
          {wordChanges(from.body, to.body).map(({ kind, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one comparison never move.
            <Fragment key={index}>
              {kind === 'same' ? text : kind === 'gone' ? <del>{text}</del> : <ins>{text}</ins>}
            </Fragment>
          ))}
        </p>
      )}
      {lines.map((line) => (
        <p key={line} className={styles.fact}>
          {line}
        </p>
      ))}
    </>
  )
}

function factLines(from: Annotation, to: Annotation): string[] {
  const tags =
    from.tags.join(', ') === to.tags.join(', ') ? [] : [`Tags: ${listed(from.tags)} → ${listed(to.tags)}`]
  const star = from.starred === to.starred ? [] : [to.starred ? 'Got a star' : 'Lost its star']
  const colour =
    from.colour === to.colour ? [] : [`Colour: ${from.colour ?? 'none'} → ${to.colour ?? 'none'}`]
  const [was, is] = [placeText(from), placeText(to)]
  const place = was === is ? [] : [`Place: ${was} → ${is}`]
  const tracking = trackingLines(from.tracking, to.tracking)
  const deleted = from.deletedAt === to.deletedAt ? [] : [to.deletedAt === null ? 'Brought back' : 'Deleted']
  return [...tags, ...star, ...colour, ...place, ...tracking, ...deleted]
}

function trackingLines(from: Tracking | null, to: Tracking | null): string[] {
  const [was, is] = [from, to].map((each) => (each === null ? 'not tracked' : stateWords[each.state]))
  const [day, otherDay] = [from, to].map((each) => each?.lookAgainOn ?? 'no day')
  const [went, goes] = [from, to].map((each) => each?.note.trim() ?? '')
  return [
    ...(was === is ? [] : [`To try: ${was} → ${is}`]),
    ...(day === otherDay ? [] : [`Look again: ${day} → ${otherDay}`]),
    ...(went === goes
      ? []
      : [
          `How it went: ${went === '' ? 'nothing yet' : `“${went}”`} → ${goes === '' ? 'nothing' : `“${goes}”`}`,
        ]),
  ]
}

function placeText({ anchor }: Annotation): string {
  if (anchor.startSeconds === undefined) return anchor.kind
  const end = anchorEnd(anchor)
  const times = `${preciseClock(anchor.startSeconds)}${end === null ? '' : `–${preciseClock(end)}`}`
  return anchor.kind === 'chapter' ? `${times} (chapter)` : times
}

function listed(tags: readonly string[]): string {
  return tags.length === 0 ? 'none' : tags.join(', ')
}

const actWords: Readonly<Record<EditAct, string>> = {
  edited: 'then edited',
  'changed-many': 'then changed with others',
  deleted: 'then deleted',
  restored: 'then an earlier version was restored',
  undone: 'then an act was undone',
}

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

function when(instant: string): string {
  return format.format(new Date(instant))
}
