import { type EpisodeId, episodeIdOf } from '../../shared/models/identity.ts'
import type { LookedUp } from '../../shared/models/sync.ts'
import { database } from './database.ts'
import { openDirectory } from './directory.ts'
import { tablesOfPlaces } from './place-notes.ts'
import type { PodcastRow, Stamped, SyncRow } from './rows.ts'
import { deleteAllPlaces } from './shelf-records.ts'
import { unshelveEpisodes } from './shelving.ts'
import { shelveOne } from './store-episode.ts'
import { newSync } from './syncs.ts'

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true })

/** By title, as a person sorts. */
export async function listPodcasts(): Promise<PodcastRow[]> {
  const rows = await database.podcasts.toArray()
  return rows.sort((one, other) => collator.compare(one.title, other.title))
}

/** Slugs of those that are followed. */
export function podcastSlugs(): Promise<string[]> {
  return database.podcasts.toCollection().primaryKeys()
}

/** Slugs of those that are followed and of which no pass came to its end in this database. */
export async function podcastsNeverRead(): Promise<string[]> {
  const [slugs, syncs] = await Promise.all([
    database.podcasts.toCollection().primaryKeys(),
    database.syncs.toArray(),
  ])
  const read = new Set(syncs.filter((sync) => sync.lastSyncedAt !== null).map((sync) => sync.podcastSlug))
  return slugs.filter((slug) => !read.has(slug))
}

export async function podcastBySlug(slug: string): Promise<PodcastRow | undefined> {
  return database.podcasts.get(slug)
}

/**
 * Writes the podcast, its sync row and, when one was looked up, its episode, in one transaction. One that is
 * followed already keeps the day it was added, what the person chose for it, and how far it was read. `addedAt` is ISO 8601 UTC.
 */
export async function followPodcast(
  lookedUp: LookedUp,
  addedAt: string,
): Promise<'added' | 'already-followed'> {
  return database.transaction('rw', [database.podcasts, database.syncs, ...tablesOfPlaces()], async () =>
    writeFollowed(lookedUp, addedAt),
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
    [database.podcasts, database.syncs, database.memory, database.tombstones, ...tablesOfPlaces()],
    async () => {
      if ((await database.memory.get(memoryKey)) !== undefined) return 'offered-before'
      await database.memory.put({ key: memoryKey, value: true })
      // What is remembered can be lost with the database; that it was removed comes back from the second home.
      const removed = await database.tombstones.get(['podcasts', lookedUp.podcast.slug])
      if (removed !== undefined) return 'offered-before'
      const followed = await database.podcasts.get(lookedUp.podcast.slug)
      const offered: Stamped<PodcastRow> = {
        ...lookedUp.podcast,
        addedAt: beforeAnyAct,
        createdAt: beforeAnyAct,
        updatedAt: beforeAnyAct,
      }
      if (followed === undefined) await database.podcasts.put(offered)
      await writeFollowed(lookedUp, addedAt)
      return followed === undefined ? 'added' : 'already-followed'
    },
  )
}

/**
 * Of what no person did: whatever anybody does with it, on whichever computer, is later, and those of two computers are the
 * same.
 */
export const beforeAnyAct = new Date(0).toISOString()

/**
 * Takes a podcast out of the library. What the person made stays: notes, drafts, the episodes they are on,
 * positions, requests, and audio that the person chose.
 */
export async function removePodcast(slug: string): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    await database.podcasts.delete(slug)
    await database.queue.where('episodeId').startsWith(`${slug}/`).delete()
    await emptyPodcast(slug)
  })
}

/**
 * Takes out what the service and Earmark filled in of a podcast that is followed no more. What left Up next with it leaves by
 * itself: whoever removed it, here or elsewhere, took that out as well.
 */
export async function emptyPodcast(slug: string): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    const sync = await database.syncs.get(slug)
    await database.syncs.delete(slug)
    await takeEpisodesOut(slug, sync?.shelvesStamp ?? null)
    await database.audio
      .where('episodeId')
      .startsWith(`${slug}/`)
      .filter((audio) => audio.origin !== 'person')
      .delete()
  })
}

async function takeEpisodesOut(slug: string, stamp: string | null): Promise<void> {
  const kept = await idsWithNotes(`${slug}/`)
  const directory = await openDirectory(slug, stamp)
  const leaving = [...directory.known.keys()].filter((episode) => !kept.has(episodeIdOf(slug, episode)))
  if (leaving.length === directory.known.size) await deleteAllPlaces(slug)
  else await unshelveEpisodes(slug, directory, leaving)
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
  const stored = (await database.syncs.get(podcast.slug)) ?? newSync(podcast.slug)
  const sync = onPath(stored, lookedUp)
  await database.podcasts.put({ ...followed, ...podcast, addedAt: followed?.addedAt ?? addedAt })
  const { shelvesStamp } = episode === null ? sync : await shelveOne(sync, episode, addedAt)
  await database.syncs.put({ ...sync, shelvesStamp })
  return followed === undefined ? 'added' : 'already-followed'
}

/** A podcast known by single episodes only, of which a whole list was found now, is read from its beginning. */
function onPath(sync: SyncRow, { podcast, path }: LookedUp): SyncRow {
  if (sync.path === null) return { ...sync, path }
  if (sync.path !== 'single-episodes' || path === 'single-episodes') return sync
  return { ...newSync(podcast.slug), path }
}
