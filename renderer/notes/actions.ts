import type { Annotation } from '../../shared/models/annotation.ts'
import type { Highlight } from '../../shared/models/episode.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { clockText } from '../../shared/time/clock.ts'
import { deleteAnnotations } from '../db/annotation-edits.ts'
import { type UndoneEdit, undoEdit, undoLastEdit } from '../db/annotation-undo.ts'
import { writeAnnotation } from '../db/annotations.ts'
import { offsetOf } from '../db/offsets.ts'
import { usePlayer, usePosition } from '../player/store.ts'
import { toAudio, toResource } from '../player/timeline.ts'
import { useSettings } from '../settings/store.ts'
import { notify } from '../shell/notice.ts'
import { openEpisode } from '../shell/open.ts'
import { openHighlightEditor, openMomentEditor } from './editor-actions.ts'
import { noteContext } from './note-context.ts'
import { notedEpisode } from './note-episode.ts'
import { noteStart } from './note-moment.ts'

/** Opens the editor on the page of the episode that plays, a few seconds before the moment that plays. */
export function addNoteHere(): void {
  const moment = playingMoment()
  if (moment === null) {
    notify({ text: 'A note belongs to a moment: play an episode first, then press Note again.' })
    return
  }
  openEpisode(moment.episodeId)
  void told(openMomentEditor(moment.episodeId, moment.startSeconds), 'The note could not be opened.')
}

/** Opens the editor for a highlight, on the page of its episode. */
export function annotateHighlight(episodeId: EpisodeId, highlight: Highlight): void {
  openEpisode(episodeId)
  void told(openHighlightEditor(episodeId, highlight), 'The note could not be opened.')
}

/** Marks the playing moment with a note that has no text yet. Nothing opens, nothing stops. */
export async function markHere(): Promise<void> {
  const moment = playingMoment()
  if (moment === null) {
    notify({ text: 'There is no moment to mark yet: play an episode first.' })
    return
  }
  await told(writeMark(moment), 'The mark could not be written to disk. Make room there and try again.')
}

export async function deleteNote(note: Annotation): Promise<void> {
  await told(
    deleteAnnotations([note.id]).then((done) => {
      if (done === null) return
      notify({
        text: note.body.trim() === '' ? 'Mark deleted.' : 'Note deleted.',
        action: { label: 'Undo', run: () => void restoreNote(done.editId) },
      })
    }),
    'The note could not be deleted. It is still there; try again.',
  )
}

/** Takes back the last deletion or edit of a note. */
export async function undoNoteChange(): Promise<void> {
  await told(
    undoLastEdit().then((undone) => {
      notify({ text: undoneText(undone) })
    }),
    'The change could not be undone. Try again.',
  )
}

async function restoreNote(editId: string): Promise<void> {
  await told(
    undoEdit(editId).then((undone) => notify({ text: undoneText(undone) })),
    'The note could not be brought back. Try again.',
  )
}

async function writeMark({ episodeId, startSeconds }: Moment): Promise<void> {
  const episode = await notedEpisode(episodeId)
  if (episode === null) return
  const note = await writeAnnotation({
    episodeId,
    anchor: { kind: 'moment', startSeconds },
    body: '',
    context: noteContext(episode, startSeconds),
  })
  const heardAt = toAudio(startSeconds, await offsetOf(episodeId))
  notify({
    text: `Marked ${clockText(heardAt)}.`,
    action: { label: 'Undo', run: () => void told(deleteAnnotations([note.id]), 'The mark is still there.') },
  })
}

/** On the resource's clock. */
type Moment = { episodeId: EpisodeId; startSeconds: number }

function playingMoment(): Moment | null {
  const { episode } = usePlayer.getState()
  if (episode === null) return null
  const { positionSeconds } = usePosition.getState()
  const startSeconds = noteStart(positionSeconds, useSettings.getState().noteBackSeconds)
  return { episodeId: episode.id, startSeconds: toResource(startSeconds, episode.offsetSeconds) }
}

function undoneText(undone: UndoneEdit | null): string {
  if (undone === null) return 'There is no deletion or edit of a note to undo.'
  if (undone.act === 'deleted') return 'Note restored.'
  return 'The note is as it was before its last edit.'
}

/** The database rejects when the disk is full or its files are gone: the person is told, nothing is thrown on. */
async function told(work: Promise<unknown>, failureText: string): Promise<void> {
  try {
    await work
  } catch {
    notify({ text: failureText, tone: 'failure' })
  }
}
