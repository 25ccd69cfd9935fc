import { type EpisodeList, episodeList, type Library } from '../db/library.ts'
import { entryOf } from '../db/library-order.ts'
import { placesPerShelf } from '../db/shelf-codec.ts'
import type { FoundEpisodes } from './search-answer.ts'

/** What was found as a list of the library's, newest first. What left the library meanwhile is left out. */
export function episodesFound({ slots, order }: Library, { shelves }: FoundEpisodes): EpisodeList {
  const slotByShelf = new Map(
    slots.flatMap((held, slot) =>
      held === null ? [] : [[`${held.row.shelf} ${held.row.podcastSlug}`, slot] as const],
    ),
  )
  const flags = new Uint8Array(slots.length * placesPerShelf)
  for (const { podcastSlug, shelf, positions } of shelves) {
    const slot = slotByShelf.get(`${shelf} ${podcastSlug}`)
    if (slot === undefined) continue
    for (const position of positions) flags[entryOf(slot, position)] = 1
  }
  return episodeList(
    slots,
    order.entries.filter((entry) => flags[entry] === 1),
  )
}
