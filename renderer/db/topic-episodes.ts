import type { EpisodeId } from '../../shared/models/identity.ts'
import { rememberPlace } from './locate.ts'
import { firstPlaceOfShelf } from './places.ts'
import { podcastSlugs } from './podcasts.ts'
import type { ShelfRow } from './rows.ts'
import { shelvedAt } from './shelf-codec.ts'
import { shelvesOfPodcast } from './shelf-records.ts'

/**
 * Episodes of followed podcasts that have a topic, in the order in which they are stored: so they are read in the fewest pieces.
 * Where each stands is remembered, or every few of them would be looked for on all shelves again.
 */
export async function episodesWithTopic(topic: string): Promise<EpisodeId[]> {
  const ids: EpisodeId[] = []
  for (const slug of await podcastSlugs()) {
    for (const shelf of await shelvesOfPodcast(slug)) ids.push(...withTopicOn(shelf, topic))
  }
  return ids
}

function withTopicOn(shelf: ShelfRow, topic: string): EpisodeId[] {
  if (!shelf.topics.includes(topic)) return []
  return shelf.slugs.flatMap((_, position) => {
    const row = shelvedAt(shelf, position)?.row
    if (row === undefined || !row.topics.includes(topic)) return []
    rememberPlace(row.id, firstPlaceOfShelf(shelf.shelf) + position)
    return row.id
  })
}
