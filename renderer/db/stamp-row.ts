import { canonicalJson } from '../../shared/kept/canonical-json.ts'
import { compareStamps, stampAfter } from '../../shared/models/stamp.ts'
import type { Stamped, Stamps } from './rows.ts'

/** A row as it is written, and whether that changes anything. */
type StampedRow = { row: Stamped<object>; changed: boolean }

/**
 * What a row that is put is stamped with. One that says the same as the stored one keeps that one's stamps, unless it
 * comes with a later stamp of its own: a change that is taken back is a change. `deletedAt` is when a row of that key
 * was deleted; `nowMs` epoch milliseconds.
 */
export function stampedRow(
  given: object & Partial<Stamps>,
  before: Stamped<object> | null,
  deletedAt: string | null,
  nowMs: number,
): StampedRow {
  if (before !== null && saysTheSame(given, before)) return { row: before, changed: false }
  const previous = laterStamp(before?.updatedAt ?? null, deletedAt)
  const updatedAt = isLater(given.updatedAt, previous) ? given.updatedAt : stampAfter(previous, nowMs)
  const createdAt = given.createdAt ?? before?.createdAt ?? updatedAt
  return { row: { ...given, createdAt, updatedAt }, changed: true }
}

export function isStamped(row: unknown): row is Stamped<object> {
  return (
    typeof row === 'object' &&
    row !== null &&
    'createdAt' in row &&
    typeof row.createdAt === 'string' &&
    'updatedAt' in row &&
    typeof row.updatedAt === 'string'
  )
}

function saysTheSame(given: object & Partial<Stamps>, before: Stamped<object>): boolean {
  const { createdAt, updatedAt } = before
  if (isLater(given.updatedAt, updatedAt)) return false
  return canonicalJson({ ...given, createdAt, updatedAt }) === canonicalJson(before)
}

function isLater(stamp: string | undefined, previous: string | null): stamp is string {
  return stamp !== undefined && (previous === null || compareStamps(stamp, previous) > 0)
}

function laterStamp(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return compareStamps(one, other) > 0 ? one : other
}
