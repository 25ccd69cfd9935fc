import type { EpisodeId } from '../../shared/models/identity.ts'
import { allNamesOf } from '../../shared/topics/topic-names.ts'
import { rememberPlace } from './locate.ts'
import { firstPlaceOfShelf } from './places.ts'
import { podcastSlugs } from './podcasts.ts'
import type { ShelfRow } from './rows.ts'
import { shelvedAt } from './shelf-codec.ts'
import { shelvesOfPodcast } from './shelf-records.ts'
import { storedTopicNames } from './topic-names.ts'

/**
 * Episodes of followed podcasts that have a topic under any of its names, in the order in which they are stored: so they are read in the fewest pieces.
 * Where each stands is remembered, or every few of them would be looked for on all shelves again.
 */
export async function episodesWithTopic(topic: string): Promise<EpisodeId[]> {
  const names = new Set(allNamesOf(topic, await storedTopicNames()))
  const ids: EpisodeId[] = []
  for (const slug of await podcastSlugs()) {
    for (const shelf of await shelvesOfPodcast(slug)) ids.push(...withTopicOn(shelf, names))
  }
  return ids
}

function withTopicOn(shelf: ShelfRow, names: ReadonlySet<string>): EpisodeId[] {
  if (!shelf.topics.some((topic) => names.has(topic))) return []
  return shelf.slugs.flatMap((_, position) => {
    const row = shelvedAt(shelf, position)?.row
    if (row === undefined || !row.topics.some((topic) => names.has(topic))) return []
    rememberPlace(row.id, firstPlaceOfShelf(shelf.shelf) + position)
    return row.id
  })
}
