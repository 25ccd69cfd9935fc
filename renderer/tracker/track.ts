import { stateWords } from '../../shared/formats/note-words.ts'
import type { Annotation } from '../../shared/models/annotation.ts'
import type { Highlight } from '../../shared/models/episode.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { TrackingState } from '../../shared/models/tracking.ts'
import { inState, newlyTracked } from '../../shared/tracking/standing.ts'
import { deleteAnnotations } from '../db/annotation-edits.ts'
import { writeAnnotation } from '../db/annotations.ts'
import { deleteNotes } from '../notes/actions.ts'
import { changeNotes } from '../notes/change-notes.ts'
import { highlightAnchor, isNoteOn } from '../notes/highlight-notes.ts'
import { noteContext } from '../notes/note-context.ts'
import { notedEpisode } from '../notes/note-episode.ts'
import { told } from '../notes/told.ts'
import { notify } from '../shell/notice.ts'
import { dayWords } from './day-words.ts'
import { isOnlyTracked } from './only-tracked.ts'
import { useToday } from './today.ts'

const kept = 'Kept under To try.'

/** Highlights that are being kept: pressed twice, it is one. */
const underWay = new Set<string>()

/** Keeps a highlight to be tried: with the person's note on it, if there is one. */
export async function trackHighlight(
  episodeId: EpisodeId,
  highlight: Highlight,
  notes: readonly Annotation[],
): Promise<void> {
  const note = notes.find((each) => isNoteOn(highlight, each))
  if (note !== undefined) return trackNote(note)
  const name = `${episodeId} ${highlight.text}`
  if (underWay.has(name)) return
  underWay.add(name)
  await told(
    writeTracked(episodeId, highlight),
    'That could not be written to disk. Make room there and try again.',
  )
  underWay.delete(name)
}

async function writeTracked(episodeId: EpisodeId, highlight: Highlight): Promise<void> {
  const episode = await notedEpisode(episodeId)
  if (episode === null) return
  const anchor = highlightAnchor(highlight)
  const context = noteContext(episode, anchor.startSeconds ?? null)
  const note = await writeAnnotation({ episodeId, anchor, context, body: '', tracking: newlyTracked })
  notify({
    text: kept,
    action: {
      label: 'Undo',
      run: () => void told(deleteAnnotations([note.id]), 'It is still under To try.'),
    },
  })
}

export function trackNote(note: Annotation): Promise<void> {
  return changeNotes(
    [note.id],
    ({ tracking }) => (tracking === null ? { tracking: newlyTracked } : null),
    () => kept,
  )
}

export function changeState(note: Annotation, state: TrackingState): Promise<void> {
  const { today } = useToday.getState()
  return changeNotes(
    [note.id],
    ({ tracking }) => (tracking === null ? null : { tracking: inState(tracking, state, today) }),
    () => `Now under “${stateWords[state]}”.`,
  )
}

/** `day` as "2026-03-04"; `null` takes it away. */
export function lookAgain(note: Annotation, day: string | null): Promise<void> {
  const { today } = useToday.getState()
  return changeNotes(
    [note.id],
    ({ tracking }) => (tracking === null ? null : { tracking: { ...tracking, lookAgainOn: day } }),
    () => (day === null ? 'No day to look again.' : `To look at again: ${dayWords(day, today)}.`),
  )
}

/** What is left of it stays a note; where nothing would be left, it goes. */
export async function stopTracking(note: Annotation): Promise<void> {
  if (isOnlyTracked(note)) {
    await told(deleteNotes([note.id], 'No longer tracked.'), 'That could not be written to disk. Try again.')
    return
  }
  await changeNotes(
    [note.id],
    () => ({ tracking: null }),
    () => 'No longer tracked. The note stays.',
  )
}
