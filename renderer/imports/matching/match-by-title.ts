import { comparableTitle } from '../../../shared/text/comparable.ts'
import type { EpisodeRow } from '../../db/rows.ts'
import type { ForeignEpisode } from '../reading/foreign-note.ts'
import type { MatchedEpisode } from './wanted-episode.ts'

/** An episode of the library whose title is the wanted one, and what tells it from others of that title. */
export type Candidate = Pick<EpisodeRow, 'id' | 'podcastTitle' | 'publishedAtMs'> & {
  feedUrl: string | null
  podcastName: string | null
}

/** Titles of so many words are hardly used twice. */
const tellingWords = 4

/** Between two that fit alike it is never guessed: `null`. */
export function matchByTitle(
  wanted: ForeignEpisode,
  candidates: readonly Candidate[],
): MatchedEpisode | null {
  const ofPodcast = candidates.filter((candidate) => isOfPodcast(wanted, candidate))
  const one = theOne(wanted, ofPodcast)
  if (one !== null) return { id: one.id, by: 'title-and-podcast' }
  // Who spoke, or a name that the show had before, can stand where the podcast's name is looked for.
  if (ofPodcast.length > 0 || !isTelling(wanted)) return null
  const alone = theOne(wanted, candidates)
  return alone === null ? null : { id: alone.id, by: 'title' }
}

function isOfPodcast({ podcastTitle, feedUrl }: ForeignEpisode, candidate: Candidate): boolean {
  if (feedUrl !== null && candidate.feedUrl === feedUrl) return true
  const name = comparableTitle(podcastTitle)
  return name !== null && (name === comparableTitle(candidate.podcastTitle) || name === candidate.podcastName)
}

function theOne({ publishedOn }: ForeignEpisode, candidates: readonly Candidate[]): Candidate | null {
  if (candidates.length < 2) return candidates[0] ?? null
  const sameDay = candidates.filter(
    ({ publishedAtMs }) => publishedOn !== null && dayOf(publishedAtMs) === publishedOn,
  )
  return sameDay.length === 1 ? (sameDay[0] ?? null) : null
}

function isTelling({ title, podcastTitle }: ForeignEpisode): boolean {
  const words = comparableTitle(title)?.split(' ') ?? []
  return podcastTitle === '' || words.length >= tellingWords
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}
