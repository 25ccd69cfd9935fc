import Dexie from 'dexie'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { LookedUp } from '../../shared/models/sync.ts'
import { database } from './database.ts'
import { rowsOfEpisode } from './episode-rows.ts'
import type { PodcastRow, SyncRow } from './rows.ts'
import { newSync } from './syncs.ts'

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true })

/** By title, as a person sorts. */
export async function listPodcasts(): Promise<PodcastRow[]> {
  const rows = await database.podcasts.toArray()
  return rows.sort((one, other) => collator.compare(one.title, other.title))
}

export async function podcastBySlug(slug: string): Promise<PodcastRow | undefined> {
  return database.podcasts.get(slug)
}

/**
 * Writes the podcast, its sync row and, when one was looked up, its episode, in one transaction. One that is
 * followed already keeps the day it was added and how far it was read. `addedAt` is ISO 8601 UTC.
 */
export async function followPodcast(
  lookedUp: LookedUp,
  addedAt: string,
): Promise<'added' | 'already-followed'> {
  return database.transaction(
    'rw',
    [database.podcasts, database.syncs, database.episodes, database.episodeDetails],
    () => writeFollowed(lookedUp, addedAt),
  )
}

/**
 * The same, but only the first time it is asked for under `memoryKey`: what a person removed stays removed.
 */
export async function followPodcastOnce(
  lookedUp: LookedUp,
  addedAt: string,
  memoryKey: string,
): Promise<'added' | 'already-followed' | 'offered-before'> {
  return database.transaction(
    'rw',
    [database.podcasts, database.syncs, database.episodes, database.episodeDetails, database.memory],
    async () => {
      if ((await database.memory.get(memoryKey)) !== undefined) return 'offered-before'
      await database.memory.put({ key: memoryKey, value: true })
      return writeFollowed(lookedUp, addedAt)
    },
  )
}

/**
 * Takes a podcast out of the library. What the person made stays: notes, drafts, the episodes they are on,
 * positions, requests, and audio that the person chose.
 */
export async function removePodcast(slug: string): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    await database.podcasts.delete(slug)
    await database.syncs.delete(slug)
    const ids = await database.episodes
      .where('[podcastSlug+publishedAtMs]')
      .between([slug, Dexie.minKey], [slug, Dexie.maxKey])
      .primaryKeys()
    const kept = await idsWithNotes(`${slug}/`)
    const leaving = ids.filter((id) => !kept.has(id))
    await database.episodes.bulkDelete(leaving)
    await database.episodeDetails.bulkDelete(leaving)
    await database.queue.bulkDelete(ids)
    await database.audio
      .where('episodeId')
      .startsWith(`${slug}/`)
      .filter((audio) => audio.origin !== 'person')
      .delete()
  })
}

async function idsWithNotes(idPrefix: string): Promise<Set<EpisodeId>> {
  const notes = await database.annotations.where('episodeId').startsWith(idPrefix).toArray()
  const drafts = await database.drafts.where('episodeId').startsWith(idPrefix).toArray()
  const written = [...notes.filter((note) => note.deletedAt === null), ...drafts]
  return new Set(written.map((row) => row.episodeId))
}

async function writeFollowed(lookedUp: LookedUp, addedAt: string): Promise<'added' | 'already-followed'> {
  const { podcast, episode } = lookedUp
  const followed = await database.podcasts.get(podcast.slug)
  const sync = (await database.syncs.get(podcast.slug)) ?? newSync(podcast.slug)
  await database.podcasts.put({ ...podcast, addedAt: followed?.addedAt ?? addedAt })
  await database.syncs.put(onPath(sync, lookedUp))
  if (episode !== null) {
    const { row, details } = rowsOfEpisode(episode)
    await database.episodes.put(row)
    await database.episodeDetails.put(details)
  }
  return followed === undefined ? 'added' : 'already-followed'
}

/** A podcast known by single episodes only, of which a whole list was found now, is read from its beginning. */
function onPath(sync: SyncRow, { podcast, path }: LookedUp): SyncRow {
  if (sync.path === null) return { ...sync, path }
  if (sync.path !== 'single-episodes' || path === 'single-episodes') return sync
  return { ...newSync(podcast.slug), path }
}
