import type { EpisodeId } from '../../shared/models/identity.ts'
import { type Directory, restamp } from './directory.ts'
import { type StoredEpisode, withChanges } from './episode-rows.ts'
import { openPlaces } from './open-places.ts'
import type { EpisodeCounts } from './rows.ts'

export type Shelved = {
  counts: EpisodeCounts
  /** Those that are new or say something else. */
  written: EpisodeId[]
  /** Writes what was changed, if anything; to be called in the same transaction. */
  write: () => Promise<void>
}

/**
 * Stores episodes of one podcast, once it is told to write, and writes only the records of those that are new or say something else than before,
 * which is what makes a sync without news cheap. Of an episode that is given twice, the last one counts. One that was
 * withdrawn and is back loses the mark. Inside of the caller's transaction, which then stores the directory's stamp.
 */
export async function shelveEpisodes(
  podcastSlug: string,
  directory: Directory,
  given: readonly StoredEpisode[],
  nowIso: string,
): Promise<Shelved> {
  const episodes = new Map(given.map((episode) => [episode.slug, episode]))
  const counts: EpisodeCounts = { new: 0, changed: 0, unchanged: 0 }
  const written: { place: number; episode: StoredEpisode }[] = []
  const firstUnused = directory.end

  for (const episode of episodes.values()) {
    const known = directory.known.get(episode.slug)
    if (known?.revision === episode.revision && !known.withdrawn) {
      counts.unchanged += 1
      continue
    }
    if (written.length === 0) restamp(directory)
    const place = known?.place ?? emptyPlace(directory)
    directory.known.set(episode.slug, { place, revision: episode.revision, withdrawn: false })
    counts[known === undefined ? 'new' : 'changed'] += 1
    written.push({ place, episode })
  }

  const places = written.map(({ place }) => place)
  const open = await openPlaces(podcastSlug, places, firstUnused, directory.lastWritten)
  for (const { place, episode } of written) {
    const before = open.at(place)
    const details = before === null ? episode.details : withChanges(before, episode, nowIso)
    open.set(place, { ...episode, details })
  }
  return { counts, written: written.map(({ episode }) => episode.row.id), write: open.write }
}

/** Takes episodes out; those that are not stored are passed over. In the caller's transaction, as above. */
export async function unshelveEpisodes(
  podcastSlug: string,
  directory: Directory,
  slugs: readonly string[],
): Promise<void> {
  const places = placesOf(directory, slugs)
  if (places.length === 0) return
  restamp(directory)
  const open = await openPlaces(podcastSlug, places, directory.end, directory.lastWritten)
  for (const place of places) open.set(place, null)
  for (const slug of slugs) directory.known.delete(slug)
  directory.emptied.push(...places)
  await open.write()
}

/**
 * Marks episodes as withdrawn at an instant, or with `null` takes the mark away, and tells how many it was other for; one
 * that is marked already keeps its day. In the caller's transaction, as above.
 */
export async function markShelved(
  podcastSlug: string,
  directory: Directory,
  slugs: readonly string[],
  withdrawnAt: string | null,
): Promise<number> {
  const withdrawn = withdrawnAt !== null
  const others = [...new Set(slugs)].filter((slug) => directory.known.get(slug)?.withdrawn === !withdrawn)
  const places = placesOf(directory, others)
  if (places.length === 0) return 0
  restamp(directory)
  const open = await openPlaces(podcastSlug, places, directory.end, directory.lastWritten)
  for (const place of places) {
    const episode = open.at(place)
    if (episode !== null) open.set(place, { ...episode, row: { ...episode.row, withdrawnAt } })
  }
  for (const slug of others) {
    const known = directory.known.get(slug)
    if (known !== undefined) directory.known.set(slug, { ...known, withdrawn })
  }
  await open.write()
  return others.length
}

function placesOf(directory: Directory, slugs: readonly string[]): number[] {
  return [...new Set(slugs)].flatMap((slug) => directory.known.get(slug)?.place ?? [])
}

function emptyPlace(directory: Directory): number {
  const emptied = directory.emptied.pop()
  if (emptied !== undefined) return emptied
  directory.end += 1
  return directory.end - 1
}
