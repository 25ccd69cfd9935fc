import type { Episode } from '../../shared/models/episode.ts'
import type { BrokenEpisode, PulledPage } from '../../shared/models/sync.ts'
import { settleArrivals } from './arrivals.ts'
import { database } from './database.ts'
import { rowsOfEpisode } from './episode-rows.ts'
import type { SyncRow } from './rows.ts'
import { newest, nextUpdatedSince, passCeiling } from './watermark.ts'

/** A podcast of which nothing can be read would else store its whole list a second time. */
const mostBrokenKept = 200

/**
 * `gone`: the podcast was removed meanwhile. `overtaken`: the pass stands elsewhere by now. Nothing was written in
 * either case.
 */
export type Commit = 'committed' | 'gone' | 'overtaken'

/**
 * Writes a page's episodes, what it tells of the podcast, and how far the pass is now, in one transaction:
 * whenever the machine stops, at most this page is read again. Only tables that the service fills are
 * written, and requests whose episode is processed now.
 * `cursor` is the one that the page was asked for with, `nowIso` ISO 8601 UTC.
 */
export async function commitPage(
  podcastSlug: string,
  cursor: string | null,
  page: PulledPage,
  nowIso: string,
): Promise<Commit> {
  const { podcasts, syncs, episodes, episodeDetails, requests } = database
  return database.transaction('rw', [podcasts, syncs, episodes, episodeDetails, requests], async () => {
    const [podcast, sync] = await Promise.all([podcasts.get(podcastSlug), syncs.get(podcastSlug)])
    if (podcast === undefined || sync === undefined) return 'gone'
    if (sync.cursor !== cursor) return 'overtaken'
    if (page.unchanged) {
      await syncs.put({ ...sync, ...passEnded(nowIso) })
      return 'committed'
    }
    const own = page.episodes.filter((episode) => episode.podcastSlug === podcastSlug)
    await settleArrivals(own)
    const written = own.map(rowsOfEpisode)
    await episodes.bulkPut(written.map(({ row }) => row))
    await episodeDetails.bulkPut(written.map(({ details }) => details))
    if (page.podcast?.slug === podcastSlug) await podcasts.put({ ...podcast, ...page.podcast })
    await syncs.put(syncAfterPage(sync, page, own, nowIso))
    return 'committed'
  })
}

function syncAfterPage(
  before: SyncRow,
  page: PulledPage,
  written: readonly Episode[],
  nowIso: string,
): SyncRow {
  const isFirst = before.cursor === null
  const strangers = page.episodes.filter((episode) => episode.podcastSlug !== before.podcastSlug)
  const broken = [...(isFirst ? [] : before.broken), ...page.broken, ...strangers.map(asBroken)]
  const newestHere = newest(written.map((episode) => episode.updatedAt))
  const after: SyncRow = {
    ...before,
    cursor: page.nextCursor,
    passNewest: newest([isFirst ? null : before.passNewest, newestHere]),
    passCeiling: isFirst ? passCeiling(page.servedAt, newestHere, nowIso) : before.passCeiling,
    // Each page tells what would hold if it were the last: one with a broken episode takes it back.
    passValidator: page.validator,
    path: page.path,
    lastProblem: null,
    notBeforeMs: 0,
    receivedEpisodes: (isFirst ? 0 : before.receivedEpisodes) + page.episodes.length,
    expectedEpisodes: page.expectedEpisodes ?? (isFirst ? null : before.expectedEpisodes),
    broken: broken.slice(0, mostBrokenKept),
  }
  if (page.nextCursor !== null) return after
  return {
    ...after,
    ...passEnded(nowIso),
    updatedSince: nextUpdatedSince(before.updatedSince, after.passNewest, after.passCeiling),
    validator: after.passValidator,
  }
}

function passEnded(nowIso: string): Partial<SyncRow> {
  return {
    cursor: null,
    passNewest: null,
    passCeiling: null,
    passValidator: null,
    lastSyncedAt: nowIso,
    lastProblem: null,
    notBeforeMs: 0,
  }
}

function asBroken(stranger: Episode): BrokenEpisode {
  return {
    slug: stranger.slug,
    reason: `The service listed it here, but it belongs to “${stranger.podcastSlug}”.`,
  }
}
