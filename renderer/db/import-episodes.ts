import type { Episode } from '../../shared/models/episode.ts'
import { type EpisodeId, slugsOf } from '../../shared/models/identity.ts'
import { database } from './database.ts'
import { openDirectory } from './directory.ts'
import { storedForm } from './episode-rows.ts'
import { locate } from './locate.ts'
import { placeNotes, tablesOfPlaces } from './place-notes.ts'
import { shelveEpisodes, unshelveEpisodes } from './shelving.ts'

/**
 * Those of an archive's episodes that are not in the library and belong there: of podcasts that are followed, and those on
 * which something was written.
 */
export async function episodesToAdd(
  episodes: readonly Episode[],
  followed: ReadonlySet<string>,
  noted: ReadonlySet<EpisodeId>,
): Promise<Episode[]> {
  const located = await locate(episodes.map(({ id }) => id))
  return episodes.filter(
    ({ id, podcastSlug }) => !located.has(id) && (followed.has(podcastSlug) || noted.has(id)),
  )
}

/**
 * Adds them as they were when the archive was written; gives those that were added. What the service says of them since comes with the next
 * sync. `nowIso` is ISO 8601 UTC. `keep` is called in the same transaction.
 */
export async function addArchivedEpisodes(
  episodes: readonly Episode[],
  nowIso: string,
  keep: (added: EpisodeId[]) => Promise<void>,
): Promise<number> {
  const { podcasts, syncs, drafts, importUndo } = database
  const tables = [podcasts, syncs, drafts, importUndo, ...tablesOfPlaces()]
  let count = 0
  for (const [podcastSlug, ofPodcast] of Map.groupBy(episodes, (episode) => episode.podcastSlug)) {
    count += await database.transaction('rw', tables, async () => {
      const isFollowed = (await podcasts.get(podcastSlug)) !== undefined
      const ids = ofPodcast.map(({ id }) => id)
      const noted = isFollowed ? new Set<EpisodeId>() : await idsWithNotes(ids)
      const sync = await syncs.get(podcastSlug)
      const directory = await openDirectory(podcastSlug, sync?.shelvesStamp ?? null)
      const missing = ofPodcast.filter(
        ({ id, slug }) => !directory.known.has(slug) && (isFollowed || noted.has(id)),
      )
      if (missing.length === 0) return 0
      const { written, write } = await shelveEpisodes(podcastSlug, directory, missing.map(storedForm), nowIso)
      await write()
      await placeNotes(written, nowIso)
      if (sync !== undefined) await syncs.update(podcastSlug, { shelvesStamp: directory.stamp })
      await keep(missing.map(({ id }) => id))
      return missing.length
    })
  }
  return count
}

/** Takes out those of podcasts that are not followed and on which nothing is written. Of a followed one the service decides. */
export async function takeOutEpisodes(ids: readonly EpisodeId[]): Promise<void> {
  const { podcasts, shelves, episodeBlocks, annotations, drafts } = database
  for (const [podcastSlug, ofPodcast] of Map.groupBy(ids, (id) => slugsOf(id).podcastSlug)) {
    await database.transaction('rw', [podcasts, shelves, episodeBlocks, annotations, drafts], async () => {
      if ((await podcasts.get(podcastSlug)) !== undefined) return
      const noted = await idsWithNotes(ofPodcast)
      const leaving = ofPodcast.filter((id) => !noted.has(id)).map((id) => slugsOf(id).episodeSlug)
      await unshelveEpisodes(podcastSlug, await openDirectory(podcastSlug, null), leaving)
    })
  }
}

async function idsWithNotes(ids: readonly EpisodeId[]): Promise<Set<EpisodeId>> {
  const [annotations, drafts] = await Promise.all([
    database.annotations.where('episodeId').anyOf(ids).toArray(),
    database.drafts.where('episodeId').anyOf(ids).toArray(),
  ])
  const written = [...annotations.filter((note) => note.deletedAt === null), ...drafts]
  return new Set(written.map(({ episodeId }) => episodeId))
}
