import { v7 as uuidV7 } from 'uuid'
import type { KeptChange } from '../../../shared/kept/change.ts'
import type { AnnotationRow } from '../../../shared/models/annotation.ts'
import { type Tracking, trackingStates } from '../../../shared/models/tracking.ts'
import { dayAfter } from '../../../shared/time/day.ts'
import type { StandInEpisode } from '../../server/catalogue/model.ts'

type NotedEpisode = { podcastTitle: string; episode: StandInEpisode }

const yearMs = 365 * 86_400_000
const tags = Array.from({ length: 60 }, (_, index) => `Tag ${index}`)
/** One of so many is tracked, of which every other one has a day to look again, half of these days gone by. */
const trackedEach = 4

/** Notes of all kinds on episodes that are in the library, over a year, as changes for the second home. */
export function listenedNotes(episodes: readonly NotedEpisode[], count: number, endMs: number): KeptChange[] {
  return Array.from({ length: count }, (_, index) => {
    const madeAtMs = endMs - yearMs + Math.floor((yearMs * index) / count)
    const at = episodes[Math.floor((index * episodes.length) / count)]
    if (at === undefined) throw new Error('There is no episode to note.')
    const row = noteOn(at, index, madeAtMs, endMs)
    return { kind: 'annotations', key: row.id, updatedAt: row.updatedAt, row }
  })
}

function noteOn(
  { podcastTitle, episode }: NotedEpisode,
  index: number,
  madeAtMs: number,
  endMs: number,
): AnnotationRow {
  const instant = new Date(madeAtMs).toISOString()
  const startSeconds = (index * 97) % Math.max(1, Math.floor(episode.durationSeconds) - 1)
  const chapter = episode.chapters.findLast((each) => each.startSeconds <= startSeconds)
  return {
    id: uuidV7({ msecs: madeAtMs }),
    episodeId: `${episode.podcastSlug}/${episode.slug}`,
    anchor: { kind: 'moment', startSeconds },
    body: `${bodyBegin} ${index}. ${bodyEnd.slice(0, (index * 37) % bodyEnd.length)}`,
    context: {
      episodeTitle: episode.title,
      podcastTitle,
      chapterTitle: chapter?.title ?? null,
      chapterStartSeconds: chapter?.startSeconds ?? null,
      durationSeconds: episode.durationSeconds,
    },
    tags: [0, 7, 31].slice(0, index % 4).flatMap((step) => tags[(index + step) % tags.length] ?? []),
    starred: false,
    colour: index % 5 === 0 ? 'question' : null,
    tracking: trackingOf(index, new Date(endMs).toISOString().slice(0, 10)),
    placement: null,
    createdAt: instant,
    updatedAt: instant,
    deletedAt: null,
  }
}

function trackingOf(index: number, today: string): Tracking | null {
  if (index % trackedEach !== 0) return null
  const number = index / trackedEach
  const lookAgainOn = number % 2 === 0 ? null : dayAfter(today, (number % 60) - 30)
  return { state: trackingStates[number % trackingStates.length] ?? 'to-try', note: '', lookAgainOn }
}

const bodyBegin = 'What is worth keeping of this is thought number'
const bodyEnd =
  'It belongs to what was said a while before, “and yet it moves”, and should be read again beside that: first the claim, then what speaks for it, then what does not. *Ask at work who has tried it*, and look it up in the show notes before it is passed on.'
