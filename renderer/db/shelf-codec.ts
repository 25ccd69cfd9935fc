import type { LaneCount } from '../../shared/models/highlight-lane.ts'
import { episodeIdOf } from '../../shared/models/identity.ts'
import { numberWords } from './numbered-words.ts'
import type { EpisodeRow, ShelfRow } from './rows.ts'

export const placesPerShelf = 512

/** What stands in a place of a shelf. */
export type ShelvedEpisode = {
  slug: string
  row: EpisodeRow
  revision: number
  /** Of its highlights. */
  laneCounts: readonly LaneCount[]
}

/** `places` may be as many as `placesPerShelf`; `null` is an empty one. */
export function encodeShelf(
  podcastSlug: string,
  shelf: number,
  places: readonly (ShelvedEpisode | null)[],
): ShelfRow {
  const count = places.length
  const podcastTitles = numberWords()
  const states = numberWords()
  const topics = numberWords()
  const topicNumbers: number[] = []
  const lanes = numberWords()
  const laneNumbers: number[] = []
  const laneCounts: number[] = []
  const row: Omit<ShelfRow, 'topicNumbers' | 'laneNumbers' | 'laneCounts'> = {
    podcastSlug,
    shelf,
    slugs: [],
    titles: [],
    publishedAtMs: new Float64Array(count),
    durationSeconds: new Float64Array(count),
    podcastTitleNumbers: new Uint16Array(count),
    stateNumbers: new Uint16Array(count),
    revisions: new Float64Array(count),
    podcastTitles: podcastTitles.words,
    states: states.words,
    topics: topics.words,
    topicEnds: new Uint32Array(count),
    lanes: lanes.words,
    laneEnds: new Uint32Array(count),
    withdrawn: [],
  }

  places.forEach((place, position) => {
    row.slugs.push(place?.slug ?? '')
    row.titles.push(place?.row.title ?? '')
    if (place !== null) {
      row.publishedAtMs[position] = place.row.publishedAtMs
      row.durationSeconds[position] = place.row.durationSeconds ?? unknownDuration
      row.podcastTitleNumbers[position] = podcastTitles.numberOf(place.row.podcastTitle)
      row.stateNumbers[position] = states.numberOf(place.row.processingState)
      row.revisions[position] = place.revision
      for (const topic of place.row.topics) topicNumbers.push(topics.numberOf(topic))
      for (const { word, count: highlights } of place.laneCounts) {
        laneNumbers.push(lanes.numberOf(word))
        laneCounts.push(highlights)
      }
      if (place.row.withdrawnAt !== null) row.withdrawn.push({ position, at: place.row.withdrawnAt })
    }
    row.topicEnds[position] = topicNumbers.length
    row.laneEnds[position] = laneNumbers.length
  })
  return {
    ...row,
    topicNumbers: Uint32Array.from(topicNumbers),
    laneNumbers: Uint32Array.from(laneNumbers),
    laneCounts: Uint16Array.from(laneCounts),
  }
}

export function decodeShelf(row: ShelfRow): (ShelvedEpisode | null)[] {
  return row.slugs.map((_, position) => shelvedAt(row, position))
}

/** `null` where no episode stands. Texts are those of the shelf: nothing is copied but the list of topics. */
export function shelvedAt(row: ShelfRow, position: number): ShelvedEpisode | null {
  const slug = row.slugs[position]
  if (slug === undefined || slug === '') return null
  const durationSeconds = row.durationSeconds[position] ?? unknownDuration
  return {
    slug,
    revision: row.revisions[position] ?? 0,
    laneCounts: laneCountsAt(row, position),
    row: {
      id: episodeIdOf(row.podcastSlug, slug),
      podcastSlug: row.podcastSlug,
      title: row.titles[position] ?? '',
      podcastTitle: row.podcastTitles[row.podcastTitleNumbers[position] ?? 0] ?? '',
      publishedAtMs: row.publishedAtMs[position] ?? 0,
      durationSeconds: durationSeconds === unknownDuration ? null : durationSeconds,
      processingState: row.states[row.stateNumbers[position] ?? 0] ?? '',
      topics: topicsAt(row, position),
      withdrawnAt: row.withdrawn.find((each) => each.position === position)?.at ?? null,
    },
  }
}

const unknownDuration = -1

function laneCountsAt(row: ShelfRow, position: number): LaneCount[] {
  const begin = position === 0 ? 0 : (row.laneEnds[position - 1] ?? 0)
  const counts: LaneCount[] = []
  for (let at = begin; at < (row.laneEnds[position] ?? 0); at += 1) {
    const word = row.lanes[row.laneNumbers[at] ?? 0]
    if (word !== undefined) counts.push({ word, count: row.laneCounts[at] ?? 0 })
  }
  return counts
}

export function topicsAt(row: ShelfRow, position: number): string[] {
  const begin = position === 0 ? 0 : (row.topicEnds[position - 1] ?? 0)
  const topics: string[] = []
  for (const number of row.topicNumbers.subarray(begin, row.topicEnds[position])) {
    const topic = row.topics[number]
    if (topic !== undefined) topics.push(topic)
  }
  return topics
}
