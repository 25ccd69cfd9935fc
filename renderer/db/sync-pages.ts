import type { Episode } from '../../shared/models/episode.ts'
import type { BrokenEpisode, PulledPage } from '../../shared/models/sync.ts'
import { requestsAwaiting, settleArrivals } from './arrivals.ts'
import { database } from './database.ts'
import { type Directory, hasRoomFor, openDirectory } from './directory.ts'
import { storedForm } from './episode-rows.ts'
import { hasNotes, placeNotes, tablesOfPlaces } from './place-notes.ts'
import type { EpisodeCounts, SyncRow } from './rows.ts'
import { markShelved, type Shelved, shelveEpisodes } from './shelving.ts'
import { newest, nextUpdatedSince, passCeiling } from './watermark.ts'

/** A podcast of which nothing can be read would else store its whole list a second time. */
const mostBrokenKept = 200

/**
 * `gone`: the podcast was removed meanwhile. `overtaken`: the pass stands elsewhere by now. `full`: with these the podcast
 * would have more episodes than are kept of one. Nothing was written in any of these cases.
 */
export type Commit =
  | {
      kind: 'committed'
      /** Of this page. */
      counts: EpisodeCounts
      /** How far the podcast is read now. */
      sync: SyncRow
    }
  | { kind: 'gone' }
  | { kind: 'overtaken' }
  | { kind: 'full' }

/**
 * Writes what is new or changed of a page's episodes, what it tells of the podcast, and how far the pass is now, in one
 * transaction: whenever the machine stops, at most this page is read again. Only tables that the service fills are
 * written, requests whose episode is processed now, and where notes are in what changed; none at all when the page tells nothing that is not stored.
 * `cursor` is the one that the page was asked for with, `nowIso` ISO 8601 UTC.
 */
export async function commitPage(
  podcastSlug: string,
  cursor: string | null,
  page: PulledPage,
  nowIso: string,
): Promise<Commit> {
  const { podcasts, syncs, requests } = database
  const tables = [podcasts, syncs, requests, ...tablesOfPlaces()]
  return database.transaction('rw', tables, async (): Promise<Commit> => {
    const own = page.episodes.filter((episode) => episode.podcastSlug === podcastSlug)
    // What can be asked together is, and so is what can be written: each answer that is waited for is a turn of three
    // processes.
    const [podcast, sync, awaiting, isNoted] = await Promise.all([
      podcasts.get(podcastSlug),
      syncs.get(podcastSlug),
      requestsAwaiting(own),
      hasNotes(podcastSlug),
    ])
    if (podcast === undefined || sync === undefined) return { kind: 'gone' }
    if (sync.cursor !== cursor) return { kind: 'overtaken' }
    const isEmpty = own.length + page.unchangedSlugs.length === 0
    const directory = isEmpty ? null : await openDirectory(podcastSlug, sync.shelvesStamp)
    if (directory !== null && !hasRoomFor(directory, own)) return { kind: 'full' }
    await settleArrivals(awaiting)
    const stored =
      directory === null
        ? { ...nothingStored, stamp: sync.shelvesStamp }
        : await storeEpisodes(podcastSlug, directory, page, own, nowIso)
    const after = afterPage(sync, page, stored, nowIso)
    const told = page.podcast?.slug === podcastSlug ? { ...podcast, ...page.podcast } : podcast
    await Promise.all([
      stored.write(),
      tellsNews(sync, after, stored.counts) ? syncs.put(after) : null,
      isSame(podcast, told) ? null : podcasts.put(told),
    ])
    if (isNoted) await placeNotes(stored.written, nowIso)
    return { kind: 'committed', counts: stored.counts, sync: after }
  })
}

const noEpisodes: EpisodeCounts = { new: 0, changed: 0, unchanged: 0 }

type Stored = Shelved & {
  /** The directory's. */
  stamp: string | null
  /** Said to be unchanged, and not there. */
  missing: string[]
}

const nothingStored: Omit<Stored, 'stamp'> = {
  counts: noEpisodes,
  written: [],
  write: async () => undefined,
  missing: [],
}

async function storeEpisodes(
  podcastSlug: string,
  directory: Directory,
  page: PulledPage,
  own: readonly Episode[],
  nowIso: string,
): Promise<Stored> {
  const { unchangedSlugs } = page
  const missing = unchangedSlugs.filter((slug) => !directory.known.has(slug))
  const returned = await markShelved(podcastSlug, directory, unchangedSlugs, null)
  const { counts, written, write } = await shelveEpisodes(podcastSlug, directory, own.map(storedForm), nowIso)
  return {
    written,
    write,
    counts: {
      new: counts.new,
      changed: counts.changed + returned,
      unchanged: counts.unchanged + unchangedSlugs.length - missing.length - returned,
    },
    stamp: directory.stamp,
    missing,
  }
}

function afterPage(before: SyncRow, page: PulledPage, stored: Stored, nowIso: string): SyncRow {
  if (page.unchanged) return passEnded(before, noEpisodes, nowIso)
  const isFirst = before.cursor === null
  const own = page.episodes.filter((episode) => episode.podcastSlug === before.podcastSlug)
  const strangers = page.episodes.filter((episode) => episode.podcastSlug !== before.podcastSlug)
  const broken = [
    ...stillBroken(before, page, isFirst),
    ...page.broken,
    ...strangers.map(asBroken),
    ...stored.missing.map(asMissing),
  ]
  const newestHere = newest(own.map((episode) => episode.updatedAt))
  const received = page.episodes.length + page.unchangedSlugs.length
  const after: SyncRow = {
    ...before,
    cursor: page.nextCursor,
    passNewest: newest([isFirst ? null : before.passNewest, newestHere]),
    passCeiling: isFirst ? passCeiling(page.servedAt, newestHere, nowIso) : before.passCeiling,
    // Each page tells what would hold if it were the last: one with a broken episode takes it back.
    passValidator: page.validator,
    path: page.path,
    lastProblem: null,
    receivedEpisodes: (isFirst ? 0 : before.receivedEpisodes) + received,
    expectedEpisodes: page.expectedEpisodes ?? (isFirst ? null : before.expectedEpisodes),
    counts: isFirst ? stored.counts : added(before.counts, stored.counts),
    broken: broken.slice(0, mostBrokenKept),
    shelvesStamp: stored.stamp,
  }
  if (page.nextCursor !== null) return after
  return {
    ...passEnded(after, after.counts, nowIso),
    updatedSince: nextUpdatedSince(
      // Whoever has seen the whole list needs no older word for it, which may stem from a clock that was wrong.
      before.sweeping ? null : before.updatedSince,
      after.passNewest,
      after.passCeiling,
    ),
    validator: after.passValidator,
  }
}

/**
 * What was broken before and does not stand on this page. A pass over what changed does not come by it again, so only one
 * over the whole list takes it away.
 */
function stillBroken(before: SyncRow, page: PulledPage, isFirst: boolean): BrokenEpisode[] {
  if (isFirst && before.sweeping) return []
  const here = new Set([...page.episodes, ...page.broken].map(({ slug }) => slug))
  for (const slug of page.unchangedSlugs) here.add(slug)
  return before.broken.filter(({ slug }) => (slug === null ? !isFirst : !here.has(slug)))
}

function passEnded(sync: SyncRow, counts: EpisodeCounts, nowIso: string): SyncRow {
  const broughtNews = counts.new + counts.changed > 0
  return {
    ...sync,
    cursor: null,
    passNewest: null,
    passCeiling: null,
    passValidator: null,
    lastSyncedAt: broughtNews ? nowIso : (sync.lastSyncedAt ?? nowIso),
    lastProblem: null,
  }
}

/** A whole pass in one page that brought nothing need not be remembered for how many episodes it looked at. */
function tellsNews(before: SyncRow, after: SyncRow, { new: added, changed }: EpisodeCounts): boolean {
  if (added + changed > 0 || after.cursor !== null || before.cursor !== null) return true
  const { receivedEpisodes, expectedEpisodes, counts } = before
  return !isSame(before, { ...after, receivedEpisodes, expectedEpisodes, counts })
}

function added(one: EpisodeCounts, other: EpisodeCounts): EpisodeCounts {
  return {
    new: one.new + other.new,
    changed: one.changed + other.changed,
    unchanged: one.unchanged + other.unchanged,
  }
}

/** Of rows made by spreading one over the other, which keeps the order of their keys. */
function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function asBroken(stranger: Episode): BrokenEpisode {
  return {
    slug: stranger.slug,
    reason: `The service listed it here, but it belongs to “${stranger.podcastSlug}”.`,
  }
}

function asMissing(slug: string): BrokenEpisode {
  return {
    slug,
    reason: 'The service says that it is as it was when it was last read, but it is not stored.',
  }
}
