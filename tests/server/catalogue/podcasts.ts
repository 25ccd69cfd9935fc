import { focusOf, summary } from '../words/sentences.ts'
import { slugOf } from '../words/slug.ts'
import { dayTwoDevOps } from './day-two-devops.ts'
import type { StandInPodcast, WireWording } from './model.ts'
import { randomFor } from './random.ts'

const firstWords = [
  'Field',
  'Slow',
  'Open',
  'Second',
  'Plain',
  'Night',
  'Common',
  'Deep',
  'Small',
  'North',
] as const
const lastWords = [
  'Notes',
  'Signals',
  'Questions',
  'Harbour',
  'Lectures',
  'Method',
  'Library',
  'Machines',
] as const
const endings = ['', ' Weekly', ' Today', ' Conversations', ' in Practice'] as const
const authors = [
  'Ines Valadão',
  'The Longform Room',
  'Mira Østby & Tom Achebe',
  'Station 12',
  'Lena Hartwig',
] as const
const wordings: readonly WireWording[] = ['plain', 'structured', 'clock']

/** The first is always Day Two DevOps; the rest come from the seed. */
export function podcastsOf(seed: number, count: number): StandInPodcast[] {
  const titles = firstWords.flatMap((first) =>
    lastWords.flatMap((last) => endings.map((ending) => `${first} ${last}${ending}`)),
  )
  const chosen = randomFor(seed, 'podcasts').several(titles, Math.max(0, count - 1))
  const all = [dayTwoDevOps, ...chosen.map((title, index) => podcastOf(seed, title, index + 1))]
  if (count > all.length) throw new RangeError(`The stand-in knows ${all.length} podcasts, not ${count}.`)
  return all.slice(0, count)
}

/** Every second one misses something that A2 may leave out, each something else. */
function podcastOf(seed: number, title: string, index: number): StandInPodcast {
  const random = randomFor(seed, 'podcast', index)
  return {
    slug: slugOf(title),
    title,
    description: index % 4 === 3 ? null : summary(random, focusOf(random)),
    author: index % 6 === 5 ? null : random.pick(authors),
    hasImage: index % 3 !== 2,
    namesItsFeed: index % 2 === 1,
    carriesAudioAddress: index % 3 === 2,
    wording: wordings[index % wordings.length] ?? 'plain',
    episodeCode: slugOf(title)
      .split('-')
      .map((word) => word.charAt(0))
      .join(''),
    updatedAt: '2026-03-05T06:00:00Z',
  }
}
