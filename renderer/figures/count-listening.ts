import { type Intervals, intervalsOf, lengthOf, union } from '../../shared/heard/intervals.ts'
import type { PlayedSitting } from '../../shared/models/heard.ts'
import { type EpisodeId, slugsOf } from '../../shared/models/identity.ts'
import type { Bucket } from './periods.ts'

export type Listening = {
  /** One a bucket, in their order. */
  bars: readonly { bucket: Bucket; seconds: number }[]
  /** Of the audio, at normal speed. */
  heardSeconds: number
  /** How long it took. */
  spentSeconds: number
  /** On how many days something was heard. */
  days: number
  byEpisode: ReadonlyMap<EpisodeId, number>
}

/** What was heard within some buckets. What was heard twice on one day, on one computer or two, counts once. */
export function countListening(sittings: Iterable<PlayedSitting>, buckets: readonly Bucket[]): Listening {
  const [first, last] = [buckets[0]?.firstDay ?? '', buckets.at(-1)?.lastDay ?? '']
  const heard = new Map<string, { day: string; episodeId: EpisodeId; intervals: Intervals }>()
  let spentSeconds = 0
  for (const { episodeId, day, intervals, spentSeconds: spent } of sittings) {
    if (day < first || day > last) continue
    const key = `${day} ${episodeId}`
    const before = heard.get(key)?.intervals ?? []
    heard.set(key, { day, episodeId, intervals: union(before, intervalsOf(intervals)) })
    spentSeconds += spent
  }
  const byDay = new Map<string, number>()
  const byEpisode = new Map<EpisodeId, number>()
  for (const { day, episodeId, intervals } of heard.values()) {
    const seconds = lengthOf(intervals)
    byDay.set(day, (byDay.get(day) ?? 0) + seconds)
    byEpisode.set(episodeId, (byEpisode.get(episodeId) ?? 0) + seconds)
  }
  const bars = buckets.map((bucket) => ({ bucket, seconds: secondsIn(byDay, bucket) }))
  const heardSeconds = bars.reduce((sum, { seconds }) => sum + seconds, 0)
  return { bars, heardSeconds, spentSeconds, days: byDay.size, byEpisode }
}

function secondsIn(byDay: ReadonlyMap<string, number>, { firstDay, lastDay }: Bucket): number {
  let sum = 0
  for (const [day, seconds] of byDay) if (day >= firstDay && day <= lastDay) sum += seconds
  return sum
}

export type Share = { name: string; seconds: number }

/** What lists need of an episode to name what it belongs to. */
export type NamedEpisode = { id: EpisodeId; podcastTitle: string; topics: readonly string[] }

/** Most first; a podcast that is not in the library any more by its slug. */
export function byPodcast(byEpisode: Listening['byEpisode'], episodes: Iterable<NamedEpisode>): Share[] {
  const titles = new Map(
    Array.from(episodes, ({ id, podcastTitle }) => [slugsOf(id).podcastSlug, podcastTitle]),
  )
  const seconds = new Map<string, number>()
  for (const [id, heard] of byEpisode) {
    const { podcastSlug } = slugsOf(id)
    seconds.set(podcastSlug, (seconds.get(podcastSlug) ?? 0) + heard)
  }
  return mostFirst(Array.from(seconds, ([slug, sum]) => ({ name: titles.get(slug) ?? slug, seconds: sum })))
}

/** Most first; an episode counts in each of its topics, whole. */
export function byTopic(byEpisode: Listening['byEpisode'], episodes: Iterable<NamedEpisode>): Share[] {
  const seconds = new Map<string, number>()
  for (const { id, topics } of episodes) {
    const heard = byEpisode.get(id) ?? 0
    for (const topic of new Set(topics)) seconds.set(topic, (seconds.get(topic) ?? 0) + heard)
  }
  return mostFirst(Array.from(seconds, ([name, sum]) => ({ name, seconds: sum })))
}

function mostFirst(shares: Share[]): Share[] {
  return shares.sort((one, other) => other.seconds - one.seconds || one.name.localeCompare(other.name))
}
