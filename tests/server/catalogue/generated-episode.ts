import * as sentences from '../words/sentences.ts'
import { slugOf } from '../words/slug.ts'
import { topics } from '../words/topics.ts'
import { emojiTitles, longTitle, markupTitle, rightToLeftTitles } from '../words/unusual-titles.ts'
import {
  audioOffers,
  type StandInChapter,
  type StandInEpisode,
  type StandInHighlight,
  type StandInPodcast,
} from './model.ts'
import { type Random, randomFor } from './random.ts'

const newestAt = Date.UTC(2026, 2, 4, 9)
const weekMs = 7 * 24 * 60 * 60 * 1000
const fifteenYearsMs = 15 * 365.25 * 24 * 60 * 60 * 1000
const highlightKinds = [
  'Main idea',
  'Practical takeaway',
  'Failure mode',
  'Main idea',
  'Practical takeaway',
  'Open question',
  'Quote',
] as const

export type Place = {
  seed: number
  podcast: StandInPodcast
  index: number
  number: number
  episodeCount: number
}

/**
 * The episode at a place of the catalogue: `index` 0 is the newest. Words, times and durations come from the seed; which
 * index is unusual in which way does not, so that a test can name one.
 */
export function generatedEpisode(place: Place): StandInEpisode {
  const { seed, podcast, index, number } = place
  const random = randomFor(seed, podcast.slug, number)
  const focus = sentences.focusOf(random)
  const title = unusualTitle(index, random) ?? sentences.episodeTitle(random, focus)
  const durationSeconds = random.whole(600, 4200)
  return {
    podcastSlug: podcast.slug,
    slug: [`${podcast.episodeCode}${number}`, slugOf(title, 60)].filter((part) => part !== '').join('-'),
    number,
    title,
    ...generatedDates(place),
    durationSeconds,
    processingState: generatedState(index),
    hasCanonicalPage: index % 13 !== 6,
    audioOffer: audioOffers[index % audioOffers.length] ?? 'none',
    summary: sentences.summary(random, focus),
    topics: topicsOf(random),
    highlights: highlightsOf(random, focus, durationSeconds),
    chapters: chaptersOf(random, focus, durationSeconds),
  }
}

/** Apart, because whole catalogues are looked through by it. */
export function generatedDates(place: Place): { publishedAt: string; updatedAt: string } {
  const random = randomFor(place.seed, place.podcast.slug, 'dates', place.number)
  const step = Math.min(weekMs, fifteenYearsMs / place.episodeCount)
  const publishedMs = Math.floor((newestAt - (place.index + random.fraction() * 0.4) * step) / 1000) * 1000
  const updatedMs = publishedMs + random.whole(600, 72_000) * 1000
  return { publishedAt: isoSeconds(publishedMs), updatedAt: isoSeconds(updatedMs) }
}

export function isoSeconds(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('.000Z', 'Z')
}

function generatedState(index: number): string {
  if (index % 11 === 3) return 'queued'
  if (index % 17 === 5) return 'processing'
  if (index % 23 === 7) return 'awaiting-review'
  return 'processed'
}

function unusualTitle(index: number, random: Random): string | null {
  switch (index % 19) {
    case 4:
      return longTitle
    case 8:
      return random.pick(rightToLeftTitles)
    case 11:
      return random.pick(emojiTitles)
    case 15:
      return markupTitle
    default:
      return null
  }
}

/** A topic's share is about one over its rank, as in real catalogues. */
function topicsOf(random: Random): string[] {
  const chosen = new Set<string>()
  const wanted = random.whole(3, 9)
  while (chosen.size < wanted) {
    const rank = Math.floor((topics.length + 1) ** random.fraction()) - 1
    chosen.add(topics[rank] ?? 'Learning')
  }
  return [...chosen]
}

function highlightsOf(random: Random, focus: sentences.Focus, durationSeconds: number): StandInHighlight[] {
  return Array.from({ length: random.whole(3, 7) }, () => ({
    kind: random.pick(highlightKinds),
    text: sentences.statement(random, focus),
    startSeconds: random.whole(30, durationSeconds - 30),
  }))
}

function chaptersOf(random: Random, focus: sentences.Focus, durationSeconds: number): StandInChapter[] {
  const count = random.whole(4, 10)
  const length = durationSeconds / count
  return Array.from({ length: count }, (_, index) => ({
    startSeconds: Math.floor(index * length + random.fraction() * length * 0.6),
    title: sentences.chapterTitle(random, focus),
    description: random.fraction() < 0.1 ? '' : sentences.chapterDescription(random, focus),
  }))
}
