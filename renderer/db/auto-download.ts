import type { EpisodeId } from '../../shared/models/identity.ts'
import { database } from './database.ts'
import type { EpisodeRow, ShelfRow } from './rows.ts'
import { shelvedAt } from './shelf-codec.ts'
import { shelvesOfPodcast } from './shelf-records.ts'

/** A podcast that publishes more than that between two looks is no reason to fill a disk. */
const mostAtOnce = 50

/**
 * Has new episodes of a podcast downloaded from now on, or no more. New is what was published after the newest one that is
 * here: the service may list an episode days after it was published.
 */
export async function setAutoDownload(podcastSlug: string, on: boolean, nowMs: number): Promise<void> {
  const { podcasts, shelves } = database
  await database.transaction('rw', podcasts, shelves, async () => {
    const row = await podcasts.get(podcastSlug)
    if (row === undefined || (row.autoDownload !== undefined) === on) return
    const { autoDownload: _, ...off } = row
    const newestMs = Math.max(0, ...(await shelvesOfPodcast(podcastSlug)).map(newestOn))
    const newerThan = new Date(newestMs === 0 ? nowMs : newestMs).toISOString()
    await podcasts.put(on ? { ...off, autoDownload: { newerThan } } : off)
  })
}

/** Slugs of those whose new episodes are to come by themselves. */
export async function autoDownloadSlugs(): Promise<string[]> {
  const rows = await database.podcasts.toArray()
  return rows.flatMap(({ slug, autoDownload }) => (autoDownload === undefined ? [] : [slug]))
}

/**
 * The episodes of a podcast that are to come by themselves, newest first: new, not older than `oldestMs`, still offered,
 * and not heard to their end.
 */
export async function autoDownloadEpisodes(podcastSlug: string, oldestMs: number): Promise<EpisodeRow[]> {
  const { podcasts, shelves, listening } = database
  return database.transaction('r', podcasts, shelves, listening, async () => {
    const newerThan = (await podcasts.get(podcastSlug))?.autoDownload?.newerThan
    if (newerThan === undefined) return []
    const afterMs = Date.parse(newerThan)
    const found = (await shelvesOfPodcast(podcastSlug)).flatMap((shelf) =>
      rowsOf(shelf, Math.max(afterMs + 1, oldestMs)),
    )
    const newest = found
      .toSorted((one, other) => other.publishedAtMs - one.publishedAtMs)
      .slice(0, mostAtOnce)
    const heard = await heardToTheEnd(newest.map(({ id }) => id))
    return newest.filter(({ id }) => !heard.has(id))
  })
}

function newestOn({ publishedAtMs }: ShelfRow): number {
  return publishedAtMs.reduce((newest, each) => Math.max(newest, each), 0)
}

function rowsOf(shelf: ShelfRow, fromMs: number): EpisodeRow[] {
  const positions = shelf.slugs.flatMap((slug, position) =>
    slug !== '' && (shelf.publishedAtMs[position] ?? 0) >= fromMs ? [position] : [],
  )
  const rows = positions.flatMap((position) => shelvedAt(shelf, position)?.row ?? [])
  return rows.filter(({ withdrawnAt }) => withdrawnAt === null)
}

async function heardToTheEnd(ids: readonly EpisodeId[]): Promise<Set<EpisodeId>> {
  const rows = await database.listening.bulkGet([...ids])
  return new Set(rows.flatMap((row) => (row === undefined || row.finishedAt === null ? [] : [row.episodeId])))
}
