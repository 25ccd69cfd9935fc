import type { Transaction } from 'dexie'
import { keepOneRequestEach } from './one-request-each.ts'
import { packEpisodes } from './pack-episodes.ts'

/**
 * Frozen: databases of version 1 come over by this folder as it was released, so it imports nothing from outside (a lint
 * rule) and is never brought up to date. What changes later is a version of its own.
 */
export async function upgradeToVersion2(transaction: Transaction): Promise<void> {
  await packEpisodes(transaction)
  await transaction.table<Sync, string>('syncs').toCollection().modify(withShelves)
  await keepOneRequestEach(transaction)
  await transaction.table<Request, string>('requests').toCollection().modify(withLooks)
}

type Sync = { notBeforeMs?: number }

function withShelves(sync: Sync): void {
  // When the service may be asked again is the main process's to know since then.
  delete sync.notBeforeMs
  Object.assign(sync, {
    lastSweptAt: null,
    sweeping: false,
    unconfirmed: [],
    countDifference: null,
    counts: { new: 0, changed: 0, unchanged: 0 },
    shelvesStamp: null,
  })
}

type Request = { state: string; createdAt: string; updatedAt: string }

/** One that was accepted is looked at as soon as may be. */
function withLooks(request: Request): void {
  const sinceMs = Date.parse(request.updatedAt)
  Object.assign(request, {
    askedAt: request.createdAt,
    heldUntilMs: 0,
    looking:
      request.state === 'accepted' ? { sinceMs, looks: 0, nextLookAtMs: sinceMs, seenState: null } : null,
    told: false,
  })
}
