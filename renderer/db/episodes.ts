import type { EpisodeId } from '../../shared/models/identity.ts'
import { database } from './database.ts'
import { unpackDetails } from './episode-rows.ts'
import { type Located, locate } from './locate.ts'
import { blockOf, positionInBlock } from './places.ts'
import type { EpisodeDetailsRow, EpisodeRow, ShelfRow } from './rows.ts'
import { blocksAt, shelvesOfPodcast } from './shelf-records.ts'

export async function episodeRow(id: EpisodeId): Promise<EpisodeRow | undefined> {
  return (await locate([id])).get(id)?.row
}

export async function episodeDetails(id: EpisodeId): Promise<EpisodeDetailsRow | undefined> {
  return (await detailsOf([id])).get(id)
}

/** In the order of `ids`; those that are not stored are left out. */
export async function episodeRowsOf(ids: readonly EpisodeId[]): Promise<EpisodeRow[]> {
  const located = await locate(ids)
  return ids.flatMap((id) => located.get(id)?.row ?? [])
}

/** Of those that are stored, by their ids. */
export async function detailsOf(ids: readonly EpisodeId[]): Promise<Map<EpisodeId, EpisodeDetailsRow>> {
  const found = await wholeEpisodesOf(ids)
  return new Map(Array.from(found, ([id, { details }]) => [id, details]))
}

export type WholeEpisode = { row: EpisodeRow; details: EpisodeDetailsRow }

/** The same, with what lists need of them: each shelf is read once. */
export async function wholeEpisodesOf(ids: readonly EpisodeId[]): Promise<Map<EpisodeId, WholeEpisode>> {
  const { shelves, episodeBlocks } = database
  return database.transaction('r', shelves, episodeBlocks, async () => {
    const byPodcast = Map.groupBy(await locate(ids), ([, { row }]) => row.podcastSlug)
    const found = await Promise.all(
      Array.from(byPodcast, ([podcastSlug, located]) => detailsAt(podcastSlug, located)),
    )
    return new Map(found.flat())
  })
}

async function detailsAt(
  podcastSlug: string,
  located: readonly (readonly [EpisodeId, Located])[],
): Promise<[EpisodeId, WholeEpisode][]> {
  const wanted = new Set(located.map(([, { place }]) => blockOf(place)))
  const rows = await blocksAt(podcastSlug, wanted)
  const blocks = new Map(rows.map((row) => [row.block, row.details]))
  return located.flatMap(([id, { place, row }]) => {
    const packed = blocks.get(blockOf(place))?.[positionInBlock(place)] ?? ''
    return packed === '' ? [] : [[id, { row, details: unpackDetails(packed) }]]
  })
}

/** The slugs of a podcast's stored episodes, sorted, so that the order holds while a pass goes through them. */
export async function episodeSlugsOf(podcastSlug: string): Promise<string[]> {
  const shelves = await shelvesOfPodcast(podcastSlug)
  return shelves.flatMap(({ slugs }) => slugs.filter((slug) => slug !== '')).sort()
}

/** The same without those that the service has no longer. */
export async function offeredSlugsOf(podcastSlug: string): Promise<string[]> {
  const shelves = await shelvesOfPodcast(podcastSlug)
  return shelves.flatMap(offeredOn).sort()
}

function offeredOn({ slugs, withdrawn }: ShelfRow): string[] {
  const positions = new Set(withdrawn.map(({ position }) => position))
  return slugs.filter((slug, position) => slug !== '' && !positions.has(position))
}
