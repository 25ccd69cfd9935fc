import type { Annotation } from '../../shared/models/annotation.ts'
import type { Highlight } from '../../shared/models/episode.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { deleteAnnotations } from '../db/annotation-edits.ts'
import { type UndoneEdit, undoEdit, undoLastEdit } from '../db/annotation-undo.ts'
import { chapterAt } from '../player/chapters.ts'
import { usePlayer, usePosition } from '../player/store.ts'
import { toResource } from '../player/timeline.ts'
import { useSettings } from '../settings/store.ts'
import { notify } from '../shell/notice.ts'
import { openEpisode } from '../shell/open.ts'
import { asChapter } from './edited-anchor.ts'
import {
  closeEditor,
  flushNotes,
  openHighlightEditor,
  openMomentEditor,
  openNewNote,
} from './editor-actions.ts'
import { useNoteEditor } from './editor-store.ts'
import { accompanied } from './many-notes.ts'
import { type MarkedMoment, mark } from './mark.ts'
import { notedEpisode } from './note-episode.ts'
import { noteStart } from './note-moment.ts'
import { told } from './told.ts'

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

/** Opens the editor for a note on the whole chapter that plays. */
export async function noteOnChapter(): Promise<void> {
  const moment = playingMoment()
  const episode = moment === null ? null : await notedEpisode(moment.episodeId)
  const chapter =
    moment === null || episode === null ? null : chapterAt(episode.chapters, moment.playingSeconds)
  if (moment === null || chapter === null) {
    notify({ text: 'No chapter is playing that a note could be on.' })
    return
  }
  openEpisode(moment.episodeId)
  await told(openNewNote(moment.episodeId, asChapter(chapter)), 'The note could not be opened.')
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
  await told(mark(moment), 'The mark could not be written to disk. Make room there and try again.')
}

export async function deleteNote(note: Annotation): Promise<void> {
  await told(
    deleteNotes([note.id], note.body.trim() === '' ? 'Mark deleted.' : 'Note deleted.'),
    'The note could not be deleted. It is still there; try again.',
  )
}

/** Deletes notes, and tells it with a way back. One that is being written is written no more. */
export async function deleteNotes(
  ids: readonly string[],
  said: string | ((count: number) => string),
): Promise<void> {
  const { editor } = useNoteEditor.getState()
  if (editor !== null && ids.includes(editor.session.noteId)) {
    closeEditor()
    // What was typed last is to come back with the others.
    await flushNotes()
  }
  const { value: done } = await accompanied(ids.length, (along) => deleteAnnotations(ids, along))
  if (done !== null) tellWithUndo(typeof said === 'string' ? said : said(done.count), done.editId)
}

/** Takes back the last deletion or edit of a note, also one of an earlier run. */
export async function undoNoteChange(): Promise<void> {
  await told(
    accompanied(1, undoLastEdit).then(({ value }) => tellUndone(value)),
    'The change could not be undone. Try again.',
  )
}

export function tellWithUndo(text: string, editId: string): void {
  notify({ text, action: { label: 'Undo', run: () => void undoAct(editId) } })
}

async function undoAct(editId: string): Promise<void> {
  await told(
    accompanied(1, (along) => undoEdit(editId, along)).then(({ value }) => tellUndone(value)),
    'That could not be undone. Try again.',
  )
}

/** On the resource's clock. */
function playingMoment(): MarkedMoment | null {
  const { episode } = usePlayer.getState()
  if (episode === null) return null
  const { positionSeconds } = usePosition.getState()
  const startSeconds = noteStart(positionSeconds, useSettings.getState().noteBackSeconds)
  return {
    episodeId: episode.id,
    startSeconds: toResource(startSeconds, episode.offsetSeconds),
    playingSeconds: toResource(positionSeconds, episode.offsetSeconds),
  }
}

function tellUndone(undone: UndoneEdit | null): void {
  notify({ text: undoneText(undone) })
  const { editor } = useNoteEditor.getState()
  // What stands in the editor would be written over what came back.
  if (undone !== null && editor !== null && undone.noteIds.includes(editor.session.noteId)) closeEditor()
}

function undoneText(undone: UndoneEdit | null): string {
  if (undone === null) return 'There is no deletion or edit of a note to undo.'
  const count = undone.noteIds.length
  const many = `${count.toLocaleString('en')} notes are`
  switch (undone.act) {
    case 'deleted':
      return count === 1 ? 'Note restored.' : `${count.toLocaleString('en')} notes restored.`
    case 'edited':
    case 'changed-many':
    case 'restored':
    case 'undone':
      return `${count === 1 ? 'The note is' : many} as before ${undone.act === 'changed-many' ? 'that' : 'the last edit'}.`
  }
}
