/** The last instant that has a year of four digits, as ISO 8601 strings are compared and checked. */
const lastMs = Date.parse('9999-12-31T23:59:59.999Z')

/**
 * The `updatedAt` of a row that is changed at `nowMs` (epoch milliseconds): ISO 8601 UTC, later than the row's `previous`
 * one whatever the clock says, so that a clock that was set back loses no change. A `previous` that is no instant counts
 * as none.
 */
export function stampAfter(previous: string | null, nowMs: number): string {
  const earliestMs = previous === null ? 0 : millisecondsOf(previous) + 1
  return new Date(Math.min(Math.max(clean(nowMs), clean(earliestMs)), lastMs)).toISOString()
}

/** Whether `one` is later (above 0), earlier (below 0) or the same. Whatever is no instant is earlier than all that are. */
export function compareStamps(one: string, other: string): number {
  const [oneMs, otherMs] = [millisecondsOf(one), millisecondsOf(other)]
  if (oneMs !== otherMs) return oneMs < otherMs ? -1 : 1
  if (one === other) return 0
  return one < other ? -1 : 1
}

function millisecondsOf(stamp: string): number {
  const milliseconds = Date.parse(stamp)
  return Number.isNaN(milliseconds) ? Number.NEGATIVE_INFINITY : milliseconds
}

function clean(milliseconds: number): number {
  return Number.isNaN(milliseconds) ? 0 : Math.max(0, Math.trunc(milliseconds))
}
