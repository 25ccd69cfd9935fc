import type { Chapter, Episode, EpisodeAction, Highlight } from '../../../shared/models/episode.ts'
import { episodeIdOf } from '../../../shared/models/identity.ts'
import { readDuration } from './durations.ts'
import type { EpisodeParts } from './episode-parts.ts'
import { readInstant } from './instants.ts'
import { longest, most, room } from './limits.ts'
import { quoted, type Warnings } from './warnings.ts'
import { readWebAddress } from './web-addresses.ts'

export type Identity = { podcastSlug: string; slug: string }

/** An episode but for what its address alone can tell. */
export type NamelessEpisode = Omit<Episode, 'id' | keyof Identity>

export function assembleEpisode(identity: Identity, parts: EpisodeParts, warnings: Warnings): Episode {
  const { podcastSlug, slug } = identity
  return { id: episodeIdOf(podcastSlug, slug), podcastSlug, slug, ...assembleNameless(parts, warnings) }
}

/** Makes the episode of what was found: values read, lists in order, everything within its limits. */
export function assembleNameless(parts: EpisodeParts, warnings: Warnings): NamelessEpisode {
  const cut = (where: string, text: string, limit: number) => cutText(where, text.trim(), limit, warnings)
  const first = <Item>(where: keyof typeof room, items: Item[]) => cutList(where, items, warnings)
  const cutChapter = (chapter: Chapter): Chapter => ({
    startSeconds: chapter.startSeconds,
    title: cut('chapters', chapter.title, longest.title),
    description: cut('chapters', chapter.description, longest.description),
  })
  const cutHighlight = ({ label, ...highlight }: Highlight): Highlight => ({
    ...highlight,
    text: cut('highlights', highlight.text, longest.highlight),
    ...(label === undefined ? {} : { label: cut('highlights', label, longest.label) }),
  })
  const cutAction = ({ method, url, description }: EpisodeAction): EpisodeAction => ({
    method: cut('actions', method, longest.label),
    url,
    description: cut('actions', description, longest.action),
  })
  return {
    title: cut('title', parts.title, longest.title),
    podcastTitle: cut('podcast', parts.podcastTitle, longest.name),
    publishedAt: instantOf('published', parts.published, warnings),
    durationSeconds: durationOf(parts.duration, warnings),
    processingState: cut('processing state', parts.processingState, longest.state) || 'unknown',
    canonicalUrl: addressOf('canonical source', parts.canonicalUrl, warnings),
    summary: cut('summary', parts.summary, longest.summary),
    topics: first('topics', distinctTopics(parts.topics, cut)),
    highlights: first('highlights', parts.highlights.map(cutHighlight)),
    chapters: first('chapters', parts.chapters.map(cutChapter)).sort(
      (a, b) => a.startSeconds - b.startSeconds,
    ),
    actions: first('actions', parts.actions.map(cutAction)),
    audio: parts.audio,
    imageUrl: addressOf('image', parts.imageUrl, warnings),
    updatedAt: instantOf('updated', parts.updated, warnings),
    warnings: warnings.list(),
  }
}

function cutText(where: string, text: string, limit: number, warnings: Warnings): string {
  if (text.length <= limit) return text
  warnings.add(where, `Longer than ${limit.toLocaleString('en')} characters; the rest was cut off.`)
  // Not through the middle of a character.
  return text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '')
}

function cutList<Item>(where: keyof typeof room, items: Item[], warnings: Warnings): Item[] {
  const first = items.slice(0, most[where])
  if (first.length < items.length) warnings.add(where, `More than ${most[where]}; the rest was left out.`)
  if (JSON.stringify(first).length <= room[where]) return first
  warnings.add(where, `More than ${room[where].toLocaleString('en')} characters; the rest was left out.`)
  let left = room[where]
  const beyond = first.findIndex((item) => {
    left -= JSON.stringify(item).length
    return left < 0
  })
  return first.slice(0, beyond)
}

/** The first spelling of each, letter case aside. */
function distinctTopics(
  topics: string[],
  cut: (where: string, text: string, limit: number) => string,
): string[] {
  const known = new Map<string, string>()
  for (const topic of topics) {
    const text = cut('topics', topic.replace(/\s+/g, ' '), longest.topic)
    const key = text.toLowerCase()
    if (text !== '' && !known.has(key)) known.set(key, text)
  }
  return [...known.values()]
}

function instantOf(where: string, text: string, warnings: Warnings): string | null {
  if (text.trim() === '') return null
  const instant = readInstant(text)
  if (instant === null) warnings.add(where, `${quoted(text)} is not a date that can be read.`)
  return instant
}

function durationOf(given: string | number, warnings: Warnings): number | null {
  if (typeof given === 'string' && given.trim() === '') return null
  const seconds = readDuration(given)
  if (seconds === null)
    warnings.add('duration', `${quoted(String(given))} is not a duration that can be read.`)
  return seconds
}

function addressOf(where: string, text: string, warnings: Warnings): string | null {
  if (text.trim() === '') return null
  const address = readWebAddress(text)
  if (address === null) warnings.add(where, `${quoted(text)} is not a web address.`)
  return address
}
