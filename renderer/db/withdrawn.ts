import { type EpisodeId, episodeIdOf, slugsOf } from '../../shared/models/identity.ts'
import { database } from './database.ts'
import { openDirectory } from './directory.ts'
import { markShelved, unshelveEpisodes } from './shelving.ts'

export type Withdrawn = { marked: number; takenOut: number }

/**
 * What the service no longer has: an episode on which something of the person's hangs is kept and marked, any other is
 * taken out. `downloaded` are the episodes whose audio lies on this machine, which only the main process knows.
 * `nowIso` is ISO 8601 UTC.
 */
export async function markWithdrawn(
  podcastSlug: string,
  slugs: readonly string[],
  downloaded: readonly EpisodeId[],
  nowIso: string,
): Promise<Withdrawn> {
  return database.transaction('rw', database.tables, async () => {
    const sync = await database.syncs.get(podcastSlug)
    if (sync === undefined) return { marked: 0, takenOut: 0 }
    const directory = await openDirectory(podcastSlug, sync.shelvesStamp)
    const ids = [...new Set(slugs)]
      .filter((slug) => directory.known.has(slug))
      .map((slug) => episodeIdOf(podcastSlug, slug))
    const kept = new Set([...downloaded, ...(await idsInUse(ids))])
    const keptSlugs = ids.filter((id) => kept.has(id)).map((id) => slugsOf(id).episodeSlug)
    const leaving = ids.filter((id) => !kept.has(id))
    const marked = await markShelved(podcastSlug, directory, keptSlugs, nowIso)
    await unshelveEpisodes(
      podcastSlug,
      directory,
      leaving.map((id) => slugsOf(id).episodeSlug),
    )
    // Found by Earmark, not given by the person; else it would be in use.
    await database.audio.bulkDelete(leaving)
    if (directory.stamp !== sync.shelvesStamp)
      await database.syncs.update(podcastSlug, { shelvesStamp: directory.stamp })
    return { marked, takenOut: leaving.length }
  })
}

/** Those of `ids` on which something hangs that the person made or asked for. */
async function idsInUse(ids: readonly EpisodeId[]): Promise<Set<EpisodeId>> {
  const [annotations, drafts, requests, listening, heard, queue, audio, offsets, skips] = await Promise.all([
    database.annotations.where('episodeId').anyOf(ids).toArray(),
    database.drafts.where('episodeId').anyOf(ids).toArray(),
    database.requests.where('episodeId').anyOf(ids).toArray(),
    database.listening.where('episodeId').anyOf(ids).toArray(),
    database.heard.where('episodeId').anyOf(ids).toArray(),
    database.queue.where('episodeId').anyOf(ids).toArray(),
    database.audio.where('episodeId').anyOf(ids).toArray(),
    database.offsets.where('episodeId').anyOf(ids).toArray(),
    database.chapterSkips.where('episodeId').anyOf(ids).toArray(),
  ])
  const inUse = [
    ...annotations.filter((note) => note.deletedAt === null),
    ...drafts,
    ...requests.filter((request) => request.state !== 'cancelled'),
    ...listening.filter(({ positionSeconds, finishedAt }) => positionSeconds > 0 || finishedAt !== null),
    ...heard,
    ...queue,
    ...audio.filter(({ origin }) => origin === 'person'),
    ...offsets,
    ...skips,
  ]
  return new Set(inUse.map(({ episodeId }) => episodeId))
}
