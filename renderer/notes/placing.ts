import { noteContext } from '../../shared/anchoring/note-context.ts'
import type { Anchor } from '../../shared/models/anchor.ts'
import type { Annotation } from '../../shared/models/annotation.ts'
import type { Chapter } from '../../shared/models/episode.ts'
import { usePlayer, usePosition } from '../player/store.ts'
import { toResource } from '../player/timeline.ts'
import { goTo } from '../shell/open.ts'
import { changeNotes } from './change-notes.ts'
import { asChapter } from './edited-anchor.ts'
import { notedEpisode } from './note-episode.ts'
import { useNotesChoice } from './notes-choice.ts'

/** Puts a note where the person says. It is theirs there from then on, until the service changes that place. */
export async function placeAt(note: Annotation, anchor: Anchor): Promise<void> {
  const episode = await notedEpisode(note.episodeId)
  const context = episode === null ? note.context : noteContext(episode, anchor.startSeconds ?? null)
  await changeNotes(
    [note.id],
    () => ({ anchor, context, placement: null }),
    () => 'The note has a place again.',
  )
}

export function placeOnChapter(note: Annotation, chapter: Chapter): Promise<void> {
  return placeAt(note, asChapter(chapter))
}

/** Where its episode plays; a range keeps its length. */
export async function placeAtPlayingMoment(note: Annotation): Promise<void> {
  const { episode } = usePlayer.getState()
  if (episode?.id !== note.episodeId) return
  const startSeconds = Math.max(0, toResource(usePosition.getState().positionSeconds, episode.offsetSeconds))
  const { anchor } = note
  await placeAt(
    note,
    anchor.kind === 'range'
      ? { ...anchor, startSeconds, endSeconds: startSeconds + anchor.endSeconds - anchor.startSeconds }
      : { kind: 'moment', startSeconds },
  )
}

/** It waits no more, unless the service changes what is suggested. */
export async function leaveAsItIs(note: Annotation): Promise<void> {
  const { placement } = note
  if (placement === null) return
  await changeNotes(
    [note.id],
    () => ({ placement: { ...placement, how: 'left' } }),
    () => 'The note stays as it is.',
  )
}

export function needsPlacing({ placement }: Annotation): boolean {
  return placement?.how === 'unplaced'
}

/** Shows what waits, in the list of notes. */
export function showNeedsPlacing(): void {
  goTo('notes')
  useNotesChoice.setState({ onlyUnplaced: true })
}
