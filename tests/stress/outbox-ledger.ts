import type { StandIn } from '../server/stand-in.ts'
import type { StoredRequest } from './read-requests.ts'

const withService = ['accepted', 'processing', 'ready']

/** What the app acknowledged to a person, and what of that did not hold in the end. */
export type OutboxFaults = {
  /** Asked for, and not with the service in the end; with how it stands. */
  lost: string[]
  /** Seen as accepted, and sent once more all the same. */
  sentThoughAccepted: string[]
  /** Cancelled, and sent all the same. */
  sentThoughCancelled: string[]
  /** Episodes that the service saw under more than one key. */
  underTwoKeys: string[]
  /** Keys that do not stand in the outbox, or in one row with another episode. */
  foreignKeys: string[]
  /** Episodes with more than one row. */
  doubled: string[]
  /** Episodes with a row that nobody asked for. */
  unasked: string[]
}

/** Keeps, from outside the app, what it acknowledged, and how often the service had heard of each episode by then. */
export function openLedger(standIn: Pick<StandIn, 'transcriptionRequests'>) {
  const asked = new Set<string>()
  const cancelled = new Map<string, number>()
  const accepted = new Map<string, number>()

  const arrivals = () =>
    standIn.transcriptionRequests.map(({ podcastSlug, episodeSlug, idempotencyKey }) => ({
      episodeId: `${podcastSlug}/${episodeSlug}`,
      key: idempotencyKey ?? 'none',
    }))
  const arrivalsOf = (episodeId: string): number =>
    arrivals().filter((arrival) => arrival.episodeId === episodeId).length
  const arrivedSince = (then: ReadonlyMap<string, number>): string[] =>
    [...then].filter(([episodeId, count]) => arrivalsOf(episodeId) > count).map(([episodeId]) => episodeId)

  return {
    /** `before` is what the outbox held when the person asked: a ready one is sent anew. */
    asked: (episodeId: string, before: readonly StoredRequest[]): void => {
      const wasReady = before.some((row) => row.episodeId === episodeId && row.state === 'ready')
      if (wasReady) accepted.delete(episodeId)
      cancelled.delete(episodeId)
      asked.add(episodeId)
    },
    cancelled: (episodeId: string): void => {
      asked.delete(episodeId)
      cancelled.set(episodeId, arrivalsOf(episodeId))
    },
    seen: (rows: readonly StoredRequest[]): void => {
      for (const { episodeId, state } of rows) {
        if (!withService.includes(state) || accepted.has(episodeId)) continue
        accepted.set(episodeId, arrivalsOf(episodeId))
      }
    },
    /** Asked for, and not with the service yet. */
    outstanding: (rows: readonly StoredRequest[]): string[] =>
      [...asked].filter(
        (episodeId) =>
          arrivalsOf(episodeId) === 0 ||
          !rows.some((row) => row.episodeId === episodeId && withService.includes(row.state)),
      ),
    counts: () => ({
      asked: asked.size,
      cancelled: cancelled.size,
      arrivals: arrivals().length,
      episodesArrived: new Set(arrivals().map(({ episodeId }) => episodeId)).size,
    }),
    faults(rows: readonly StoredRequest[]): OutboxFaults {
      const keysOf = new Map<string, Set<string>>()
      for (const { episodeId, key } of arrivals()) {
        keysOf.set(episodeId, (keysOf.get(episodeId) ?? new Set()).add(key))
      }
      const own = new Set(rows.map(({ id, episodeId }) => `${id} ${episodeId}`))
      const episodes = rows.map(({ episodeId }) => episodeId)
      return {
        lost: this.outstanding(rows).map(
          (episodeId) =>
            `${episodeId}: ${rows.find((row) => row.episodeId === episodeId)?.state ?? 'no row'}, arrived ${arrivalsOf(episodeId)} times`,
        ),
        sentThoughAccepted: arrivedSince(accepted),
        sentThoughCancelled: arrivedSince(cancelled),
        underTwoKeys: [...keysOf].filter(([, keys]) => keys.size > 1).map(([episodeId]) => episodeId),
        foreignKeys: arrivals()
          .filter(({ episodeId, key }) => !own.has(`${key} ${episodeId}`))
          .map(({ key }) => key),
        doubled: episodes.filter((episodeId, index) => episodes.indexOf(episodeId) !== index),
        unasked: episodes.filter((episodeId) => !asked.has(episodeId) && !cancelled.has(episodeId)),
      }
    },
  }
}
