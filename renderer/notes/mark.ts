import type { Anchor, Annotation } from '../../shared/models/annotation.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { deleteAnnotations, editAnnotation } from '../db/annotation-edits.ts'
import { annotationWith, writeAnnotation } from '../db/annotations.ts'
import { offsetOf } from '../db/offsets.ts'
import { notify } from '../shell/notice.ts'
import { withSide } from './edited-anchor.ts'
import { noteContext } from './note-context.ts'
import { notedEpisode } from './note-episode.ts'
import { anchorTimes } from './time-words.ts'
import { told } from './told.ts'

/** On the resource's clock: where a note begins, and where the player is. */
export type MarkedMoment = { episodeId: EpisodeId; startSeconds: number; playingSeconds: number }

/** A second press within so long makes the mark a range that ends there; later ones make marks of their own. */
const sameMarkMs = 20_000

let lastMark: { noteId: string; atMs: number; playingSeconds: number } | null = null

/** Marks a moment, or ends the mark that was just made. */
export async function mark(moment: MarkedMoment): Promise<void> {
  const ended = await endedMark(moment)
  const note = ended ?? (await newMark(moment))
  if (note === null) return
  const times = anchorTimes(note.anchor, await offsetOf(moment.episodeId))
  notify({
    text:
      ended === null ? `Marked ${times}. M again within 20 seconds marks up to there.` : `Marked ${times}.`,
    action: { label: 'Undo', run: () => void told(deleteAnnotations([note.id]), 'The mark is still there.') },
  })
}

async function newMark({
  episodeId,
  startSeconds,
  playingSeconds,
}: MarkedMoment): Promise<Annotation | null> {
  const episode = await notedEpisode(episodeId)
  if (episode === null) return null
  const anchor: Anchor = { kind: 'moment', startSeconds }
  const context = noteContext(episode, startSeconds)
  const note = await writeAnnotation({ episodeId, anchor, body: '', context })
  lastMark = { noteId: note.id, atMs: Date.now(), playingSeconds }
  return note
}

/** `null` when there is none to end: the last one was made long ago, elsewhere, or was changed since. */
async function endedMark({ episodeId, playingSeconds }: MarkedMoment): Promise<Annotation | null> {
  const last = lastMark
  lastMark = null
  if (last === null || Date.now() - last.atMs > sameMarkMs || playingSeconds <= last.playingSeconds)
    return null
  const note = await annotationWith(last.noteId)
  if (note?.anchor.kind !== 'moment' || note.episodeId !== episodeId || note.body !== '') return null
  const edited = await editAnnotation(note.id, null, { anchor: withSide(note.anchor, 'end', playingSeconds) })
  return edited?.note ?? null
}
