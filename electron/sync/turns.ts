// Whose turn it is now, and when somebody's is next: of the entries and the service as they stand.
import type { NextLook } from '../../shared/models/schedule.ts'
import type { AgendaEntry } from './agenda-entry.ts'
import { furthestDueMs, shortestEveryMs } from './due.ts'
import type { ServiceRecord } from './service-record.ts'

/** The page did not do what it was told, or stopped in the middle: its podcast is looked at again some time later. */
const longestUnderWayMs = 10 * 60_000

export function isDue(entry: AgendaEntry, nowMs: number): boolean {
  return entry.underWaySinceMs === null && entry.dueAtMs <= nowMs
}

/** Those whose turn it is, the longest waiting first; the service is asked about so many at a time, and the guide always. */
export function turnsAt(
  entries: readonly AgendaEntry[],
  service: ServiceRecord,
  nowMs: number,
): readonly AgendaEntry[] {
  const { due, underWay } = lookThrough(entries, nowMs)
  let slots = service.slotsAt(nowMs) - underWay
  return due.filter(({ source }) => {
    if (source !== 'stenobird') return true
    slots -= 1
    return slots >= 0
  })
}

/** What is due, the longest waiting first, and how many the service is being asked about. */
function lookThrough(
  entries: readonly AgendaEntry[],
  nowMs: number,
): { due: readonly AgendaEntry[]; underWay: number } {
  const due: AgendaEntry[] = []
  let underWay = 0
  const furthestMs = nowMs + furthestDueMs
  for (const entry of entries) {
    // Nearly all of them, nearly always.
    if (entry.underWaySinceMs === null && entry.dueAtMs > nowMs && entry.dueAtMs <= furthestMs) continue
    mend(entry, nowMs)
    if (isDue(entry, nowMs)) due.push(entry)
    else if (entry.underWaySinceMs !== null && entry.source === 'stenobird') underWay += 1
  }
  return { due: due.sort((one, other) => one.dueAtMs - other.dueAtMs), underWay }
}

/** Times that a clock which was set back, or a page that forgot, would leave standing for ever. */
function mend(entry: AgendaEntry, nowMs: number): void {
  const since = entry.underWaySinceMs
  if (since !== null && (nowMs - since > longestUnderWayMs || since > nowMs)) {
    entry.underWaySinceMs = null
    entry.dueAtMs = nowMs + shortestEveryMs
  }
  if (entry.dueAtMs > nowMs + furthestDueMs && entry.source === 'stenobird') entry.dueAtMs = nowMs
}

/** When somebody's turn may come, if nothing else happens before; `null` when only that can help. */
export function nextTurnAtMs(entries: readonly AgendaEntry[], service: ServiceRecord): number | null {
  let underWay = 0
  let soonestEndMs = Number.POSITIVE_INFINITY
  let soonestDueMs = Number.POSITIVE_INFINITY
  for (const { source, dueAtMs, underWaySinceMs } of entries) {
    if (underWaySinceMs !== null) {
      underWay += 1
      soonestEndMs = Math.min(soonestEndMs, underWaySinceMs + longestUnderWayMs + 1)
    } else if (dueAtMs < soonestDueMs && source === 'stenobird') soonestDueMs = dueAtMs
  }
  const hasRoom = underWay < service.slotsInTime()
  const nextMs = hasRoom ? Math.min(soonestEndMs, Math.max(soonestDueMs, service.tryAtMs())) : soonestEndMs
  return nextMs === Number.POSITIVE_INFINITY ? null : nextMs
}

/** What a podcast waits for, for a person. */
export function nextLookAt(entry: AgendaEntry, service: ServiceRecord, nowMs: number): NextLook {
  if (entry.source === 'guide') return { kind: 'on-this-computer' }
  const tryAtMs = service.tryAtMs()
  if (entry.dueAtMs > Math.max(nowMs, tryAtMs)) return { kind: 'at', atMs: entry.dueAtMs }
  if (service.isAway()) return { kind: 'unreachable' }
  if (tryAtMs <= nowMs) return { kind: 'now' }
  return service.heldUntilMs(nowMs) > nowMs
    ? { kind: 'held', untilMs: tryAtMs }
    : { kind: 'service-troubled', atMs: tryAtMs }
}
