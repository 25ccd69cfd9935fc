/** What deciding needs to know of a snapshot. */
export type Dated = { name: string; number: number; takenAtMs: number }

const newestKept = 3
const daysKept = 7
const weeksKept = 4
const monthsKept = 12
const dayMs = 86_400_000

/**
 * Which snapshots may go: all but the newest three, the newest one of each of the last seven days on which any were taken,
 * of the last four such weeks and of the last twelve such months. Days without snapshots do not count, so a clock that
 * jumps ahead makes none of them old; what is dated after `nowMs` stays, and takes no other's place.
 */
export function snapshotsToRemove(snapshots: readonly Dated[], nowMs: number): string[] {
  const newestFirst = [...snapshots].sort(
    (one, other) => other.number - one.number || other.takenAtMs - one.takenAtMs,
  )
  const past = newestFirst.filter(({ takenAtMs }) => takenAtMs <= nowMs)
  const kept = new Set(
    [
      newestFirst.slice(0, newestKept),
      newestFirst.filter(({ takenAtMs }) => takenAtMs > nowMs),
      newestOfEach(past, dayOf, daysKept),
      newestOfEach(past, weekOf, weeksKept),
      newestOfEach(past, monthOf, monthsKept),
    ].flat(),
  )
  return newestFirst.filter((snapshot) => !kept.has(snapshot)).map(({ name }) => name)
}

/** Of the latest `most` spans of time that have any. */
function newestOfEach(
  newestFirst: readonly Dated[],
  spanOf: (atMs: number) => number,
  most: number,
): Dated[] {
  const newest = new Map<number, Dated>()
  for (const snapshot of newestFirst) {
    const span = spanOf(snapshot.takenAtMs)
    if (!newest.has(span)) newest.set(span, snapshot)
  }
  const latest = [...newest.keys()].sort((one, other) => other - one).slice(0, most)
  return latest.flatMap((span) => newest.get(span) ?? [])
}

/** Numbers that go up with time, of days, weeks and months in UTC. */
function dayOf(atMs: number): number {
  return Math.floor(atMs / dayMs)
}

function weekOf(atMs: number): number {
  return Math.floor((dayOf(atMs) + mondayOffset) / 7)
}

/** The first of January 1970 was a Thursday. */
const mondayOffset = 3

function monthOf(atMs: number): number {
  const date = new Date(atMs)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}
