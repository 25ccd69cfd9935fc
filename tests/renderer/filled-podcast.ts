import { database } from '../../renderer/db/database.ts'
import { encodeShelf, placesPerShelf } from '../../renderer/db/shelf-codec.ts'
import { episodeIdOf } from '../../shared/models/identity.ts'

/** Puts so many episodes, `old-0`, `old-1`, …, on the shelves of a podcast at once, with no details. */
export async function fillPodcast(podcastSlug: string, count: number): Promise<void> {
  const shelves = Array.from({ length: Math.ceil(count / placesPerShelf) }, (_, shelf) => {
    const first = shelf * placesPerShelf
    const places = Array.from({ length: Math.min(placesPerShelf, count - first) }, (_place, position) => {
      const slug = `old-${first + position}`
      const row = {
        id: episodeIdOf(podcastSlug, slug),
        podcastSlug,
        title: slug,
        podcastTitle: podcastSlug,
        publishedAtMs: 0,
        durationSeconds: null,
        processingState: 'processed',
        topics: [],
        withdrawnAt: null,
      }
      return { slug, row, revision: 1, laneCounts: [] }
    })
    return encodeShelf(podcastSlug, shelf, places)
  })
  await database.shelves.bulkPut(shelves)
}
