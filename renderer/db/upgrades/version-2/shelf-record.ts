/** What version 1 kept of an episode for lists. */
export type EpisodeRow = {
  id: string
  podcastSlug: string
  title: string
  podcastTitle: string
  publishedAtMs: number
  durationSeconds: number | null
  processingState: string
  topics: string[]
}

const unknownDuration = -1

/** Column by column, as version 2 keeps the episodes of a shelf. */
export function shelfRecord(
  podcastSlug: string,
  shelf: number,
  places: readonly { row: EpisodeRow; revision: number }[],
) {
  const rows = places.map((place) => place.row)
  const podcastTitles = numbered(rows.map((row) => row.podcastTitle))
  const states = numbered(rows.map((row) => row.processingState))
  const topics = numbered(rows.flatMap((row) => row.topics))
  let topicEnd = 0
  return {
    podcastSlug,
    shelf,
    slugs: rows.map((row) => row.id.slice(podcastSlug.length + 1)),
    titles: rows.map((row) => row.title),
    publishedAtMs: Float64Array.from(rows, (row) => row.publishedAtMs),
    durationSeconds: Float64Array.from(rows, (row) => row.durationSeconds ?? unknownDuration),
    podcastTitleNumbers: Uint16Array.from(podcastTitles.numbers),
    stateNumbers: Uint16Array.from(states.numbers),
    revisions: Float64Array.from(places, (place) => place.revision),
    podcastTitles: podcastTitles.words,
    states: states.words,
    topics: topics.words,
    topicNumbers: Uint32Array.from(topics.numbers),
    topicEnds: Uint32Array.from(rows, (row) => {
      topicEnd += row.topics.length
      return topicEnd
    }),
    withdrawn: [],
  }
}

/** Each word once, and which of them stands where. */
function numbered(texts: readonly string[]): { words: string[]; numbers: number[] } {
  const words = [...new Set(texts)]
  const numberOf = new Map(words.map((word, number) => [word, number]))
  return { words, numbers: texts.map((text) => numberOf.get(text) ?? 0) }
}
