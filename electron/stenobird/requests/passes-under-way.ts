import type { PodcastPage } from '../page-reader/read-podcast-page.ts'
import type { KeptPage, Validator } from './cursor.ts'

/** What a pass over pages has gathered so far, and what the last whole one left. */
export type PassUnderWay = {
  /** By slug. */
  known: ReadonlyMap<string, KeptPage>
  /** Whether what is known of a page may be taken for unchanged without asking. */
  trusting: boolean
  readAtMs: number
  kept: KeptPage[]
}

export type ListPassUnderWay = PassUnderWay & {
  list: PodcastPage
  /** Nothing of the list failed or was forgotten, so that it may be built on while it stays the same. */
  isWhole: boolean
  fingerprint: string
  listValidator: Validator | null
}

/**
 * Passes over pages that are between two of their pages, by podcast. It is only kept in memory: after a restart a pass goes on from
 * its cursor, and what it had gathered before is missing from what the next one can build on, which then asks for more.
 */
export type PassesUnderWay = {
  lists: Map<string, ListPassUnderWay>
  singles: Map<string, PassUnderWay>
  /** Podcasts that were read by A3 before, and whose A3 was not found when it was asked last. */
  missedOnce: Set<string>
}

export const noPasses = (): PassesUnderWay => ({
  lists: new Map(),
  singles: new Map(),
  missedOnce: new Set(),
})

/** An unchanged list does not say that its episodes are unchanged, so now and then they are asked for all the same. */
const trustedForMs = 24 * 3600 * 1000

/** Whether what was read then still holds; not when the clock was set back since. */
export function isTrusted(readAtMs: number, nowMs: number): boolean {
  return nowMs >= readAtMs && nowMs - readAtMs < trustedForMs
}

export function bySlug(pages: readonly KeptPage[]): ReadonlyMap<string, KeptPage> {
  return new Map(pages.map((page) => [page.slug, page]))
}
