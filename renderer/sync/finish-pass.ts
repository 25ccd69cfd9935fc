import type { PulledPage } from '../../shared/models/sync.ts'
import { offeredSlugsOf } from '../db/episodes.ts'
import type { PodcastRow, SyncRow } from '../db/rows.ts'
import { keepFindings } from '../db/syncs.ts'
import { markWithdrawn } from '../db/withdrawn.ts'
import { type Confirmed, confirmEpisodes, mostConfirmedAtOnce } from './confirm-episodes.ts'
import type { PassParts } from './pass-parts.ts'
import { interruptedSweepAt, isSweptLongAgo } from './sweep.ts'
import type { Trail } from './trail.ts'

/** What waits to be asked about one by one is kept in the sync row; the rest is found again by the next sweep. */
const mostKept = 1000

/** A pass that has committed its last page. */
export type ReadPass = {
  podcast: PodcastRow
  trail: Trail
  lastPage: PulledPage
  /** As the last page left it. */
  sync: SyncRow
  /** Those that the passes before could not read either. */
  brokenBefore: ReadonlySet<string>
}

export type Finished = {
  withdrawnEpisodes: number
  /** Those that are still to be read. */
  brokenEpisodes: number
  /** The service counts other episodes than are here: a pass over all of them is to follow. */
  sweepNow: boolean
}

/**
 * What is left to do once the last page is read. Episodes that a whole list does not hold any more, and those that it
 * held but that could not be read, are asked for one by one: what is gone is marked or taken out, what is there is
 * stored. A pass that did not see the whole list concludes nothing from what it did not see.
 */
export async function finishPass(parts: PassParts, pass: ReadPass): Promise<Finished> {
  const { sync } = pass
  if (pass.lastPage.unchanged && sync.unconfirmed.length === 0)
    return { withdrawnEpisodes: 0, brokenEpisodes: 0, sweepNow: false }
  const now = new Date()
  const unseen = await unseenSlugs(pass)
  const isExcerpt = looksLikeExcerpt(pass, unseen, now)
  const doubtful = doubtfulSlugs(pass, isExcerpt ? [] : unseen)
  const confirmed = await confirmEpisodes(parts, pass.podcast.source, doubtful, now.toISOString())
  const { withdrawn, left } = await withdraw(parts, pass, confirmed, now)
  const settled = new Set([...confirmed.read, ...withdrawn])
  const broken = sync.broken.filter(({ slug }) => slug === null || !settled.has(slug))
  const counted = await compareCounts(pass, broken.length, left.length === 0)
  await keepFindings(parts.podcastSlug, {
    sweeping: sync.countDifference === null && leavesOut(counted.difference),
    lastSweptAt: isExcerpt ? sync.lastSweptAt : sweptAt(pass, now),
    unconfirmed: left.slice(0, mostKept),
    broken,
    countDifference: counted.difference,
  })
  return { withdrawnEpisodes: withdrawn.length, brokenEpisodes: broken.length, sweepNow: counted.isOther }
}

async function unseenSlugs({ sync, trail }: ReadPass): Promise<string[]> {
  const offered = trail.whole ? await offeredSlugsOf(sync.podcastSlug) : []
  return offered.filter((slug) => !trail.listed.has(slug))
}

/**
 * The page of a podcast may name the newest episodes only. What it left out is then asked for when a sweep is due, and
 * not again with each pass.
 */
function looksLikeExcerpt({ sync }: ReadPass, unseen: readonly string[], now: Date): boolean {
  return (
    sync.path === 'markdown-list' &&
    unseen.length > mostConfirmedAtOnce &&
    !isSweptLongAgo(sync, now.getTime())
  )
}

function doubtfulSlugs({ sync, trail, brokenBefore }: ReadPass, unseen: readonly string[]): string[] {
  // Of a podcast known by single episodes, one that is broken may be gone; else each is tried once, and at each sweep.
  const tryAll = trail.whole || sync.path === 'single-episodes'
  const broken = sync.broken.flatMap(({ slug }) => slug ?? [])
  const tried = broken.filter((slug) => !trail.strangers.has(slug) && (tryAll || !brokenBefore.has(slug)))
  return [...new Set([...sync.unconfirmed, ...unseen, ...tried])]
}

/** Takes leave of what is gone, unless its list still names it. `left` is longer where nothing could be concluded. */
async function withdraw(
  { podcastSlug, source }: PassParts,
  { sync, trail }: ReadPass,
  { gone, left }: Confirmed,
  now: Date,
): Promise<{ withdrawn: string[]; left: string[] }> {
  // Single episodes stand on no list.
  const isListed = (slug: string) => sync.path !== 'single-episodes' && trail.listed.has(slug)
  const leaving = gone.filter((slug) => !isListed(slug))
  if (leaving.length === 0) return { withdrawn: [], left }
  const downloads = await source.listDownloads()
  if (!downloads.ok) return { withdrawn: [], left: [...leaving, ...left] }
  const downloaded = downloads.value.map(({ episodeId }) => episodeId)
  await markWithdrawn(podcastSlug, leaving, downloaded, now.toISOString())
  return { withdrawn: leaving, left }
}

/** A service may well count otherwise than it lists; what tells is that the difference is another than at the last sweep. */
async function compareCounts(
  { sync, trail }: ReadPass,
  broken: number,
  allIsSettled: boolean,
): Promise<{ difference: number | null; isOther: boolean }> {
  const known = trail.whole ? null : sync.countDifference
  if (!allIsSettled || trail.toldCount === null) return { difference: known, isOther: false }
  const offered = await offeredSlugsOf(sync.podcastSlug)
  const difference = trail.toldCount - offered.length - broken
  return { difference: known ?? difference, isOther: known !== null && known !== difference }
}

/**
 * A list that leaves episodes out when it is first read may have been cut short, and so the next pass reads it whole once
 * more. If it leaves out some again, the service counts otherwise than it lists, for all that can be known, and the list
 * is read whole when that changes and every week.
 */
function leavesOut(difference: number | null): boolean {
  return difference !== null && difference > 0
}

function sweptAt({ sync, trail, lastPage }: ReadPass, now: Date): string | null {
  if (trail.whole) return now.toISOString()
  if (sync.sweeping) return interruptedSweepAt(now.getTime())
  // A first pass that was interrupted has seen all there was, though not in one go.
  return lastPage.unchanged ? sync.lastSweptAt : (sync.lastSweptAt ?? now.toISOString())
}
