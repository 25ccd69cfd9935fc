import type { Anchor } from '../../shared/models/annotation.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { chapterAt } from '../player/chapters.ts'
import { usePlayer, usePosition } from '../player/store.ts'
import { toResource } from '../player/timeline.ts'
import { notify } from '../shell/notice.ts'
import { type AnchorSide, asChapter, asMoment, isMovable, nudged, withSide } from './edited-anchor.ts'
import { changeNote } from './editor-actions.ts'
import { useNoteEditor } from './editor-store.ts'
import { notedEpisode } from './note-episode.ts'
import { endLoop, loopOver, moveLoop, useLoop } from './range-loop.ts'

export const nudgeSeconds = 0.5

/** Whether the open note is on something whose ends can be set. */
export function hasEnds(): boolean {
  const { editor } = useNoteEditor.getState()
  return editor !== null && isMovable(editor.content.anchor)
}

/** Puts an end of what is written on at the moment that plays. */
export function setSideHere(side: AnchorSide): void {
  const { editor } = useNoteEditor.getState()
  if (editor === null) return
  const seconds = playingSeconds(editor.session.episodeId)
  if (seconds === null) {
    notify({ text: 'Play this episode to set the ends of the note by ear.' })
    return
  }
  moveTo(withSide(editor.content.anchor, side, seconds), side)
}

/** Moves the end that was set last. */
export function nudgeSide(bySeconds: number, side?: AnchorSide): void {
  const { editor } = useNoteEditor.getState()
  if (editor === null) return
  const moved = side ?? editor.side
  moveTo(nudged(editor.content.anchor, moved, bySeconds, lengthOf(editor.session.episodeId)), moved)
}

export function dropEnd(): void {
  const { editor } = useNoteEditor.getState()
  if (editor === null) return
  endLoop()
  moveTo(asMoment(editor.content.anchor), 'start')
}

/** The whole chapter in which it begins. */
export async function takeChapter(): Promise<void> {
  const { editor } = useNoteEditor.getState()
  const { startSeconds } = editor?.content.anchor ?? {}
  if (editor === null || startSeconds === undefined) return
  const episode = await notedEpisode(editor.session.episodeId)
  const chapter = episode === null ? null : chapterAt(episode.chapters, startSeconds)
  if (chapter === null) {
    notify({ text: 'There is no chapter at that moment.' })
    return
  }
  endLoop()
  moveTo(asChapter(chapter), 'start')
}

export function toggleLoop(): void {
  const { editor } = useNoteEditor.getState()
  if (useLoop.getState().loop !== null) endLoop()
  else if (editor?.content.anchor.kind === 'range') {
    const { startSeconds, endSeconds } = editor.content.anchor
    loopOver({ episodeId: editor.session.episodeId, startSeconds, endSeconds })
  }
}

function moveTo(anchor: Anchor, side: AnchorSide): void {
  const { editor } = useNoteEditor.getState()
  if (editor === null) return
  useNoteEditor.setState({ editor: { ...editor, side } })
  changeNote({ anchor })
  if (anchor.kind === 'range') moveLoop(anchor.startSeconds, anchor.endSeconds)
}

/** On the resource's clock; `null` when another episode is in the player. */
function playingSeconds(episodeId: EpisodeId): number | null {
  const { episode } = usePlayer.getState()
  if (episode?.id !== episodeId) return null
  return toResource(usePosition.getState().positionSeconds, episode.offsetSeconds)
}

function lengthOf(episodeId: EpisodeId): number | null {
  const { episode, durationSeconds } = usePlayer.getState()
  if (episode?.id !== episodeId || durationSeconds === null) return null
  return toResource(durationSeconds, episode.offsetSeconds)
}
