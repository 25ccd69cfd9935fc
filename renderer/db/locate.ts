import { type EpisodeId, slugsOf } from '../../shared/models/identity.ts'
import { firstPlaceOfShelf, shelfOf } from './places.ts'
import type { EpisodeRow, ShelfRow } from './rows.ts'
import { shelvedAt } from './shelf-codec.ts'
import { shelvesAt, shelvesOfPodcast } from './shelf-records.ts'

export type Located = { place: number; row: EpisodeRow }

/**
 * Where episodes stood when they were last looked for, so that one shelf is read instead of all of a podcast's. What is
 * found there is compared, so a hint that no longer holds costs time only.
 */
const hints = new Map<EpisodeId, number>()
const mostHints = 20_000

/** Those that are stored, by their ids. */
export async function locate(ids: readonly EpisodeId[]): Promise<Map<EpisodeId, Located>> {
  const located = new Map<EpisodeId, Located>()
  const byPodcast = Map.groupBy(new Set(ids), (id) => slugsOf(id).podcastSlug)
  await Promise.all(
    Array.from(byPodcast, async ([podcastSlug, itsIds]) => {
      for (const [id, found] of await locateIn(podcastSlug, itsIds)) {
        located.set(id, found)
        rememberPlace(id, found.place)
      }
    }),
  )
  return located
}

async function locateIn(podcastSlug: string, ids: readonly EpisodeId[]): Promise<Map<EpisodeId, Located>> {
  const hinted = new Set(ids.flatMap((id) => hints.get(id) ?? []).map(shelfOf))
  const found = hinted.size === 0 ? new Map() : findOn(await shelvesAt(podcastSlug, hinted), ids)
  return found.size === ids.length ? found : findOn(await shelvesOfPodcast(podcastSlug), ids)
}

function findOn(shelves: readonly ShelfRow[], ids: readonly EpisodeId[]): Map<EpisodeId, Located> {
  const wanted = new Map(ids.map((id) => [slugsOf(id).episodeSlug, id]))
  const found = new Map<EpisodeId, Located>()
  for (const shelf of shelves) {
    shelf.slugs.forEach((slug, position) => {
      const id = wanted.get(slug)
      const shelved = id === undefined ? null : shelvedAt(shelf, position)
      if (id === undefined || shelved === null) return
      found.set(id, { place: firstPlaceOfShelf(shelf.shelf) + position, row: shelved.row })
    })
  }
  return found
}

/** For whoever came by an episode's place on another way. */
export function rememberPlace(id: EpisodeId, place: number): void {
  hints.delete(id)
  hints.set(id, place)
  const oldest = hints.size > mostHints ? hints.keys().next().value : undefined
  if (oldest !== undefined) hints.delete(oldest)
}
