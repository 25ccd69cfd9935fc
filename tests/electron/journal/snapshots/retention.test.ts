import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Dated, snapshotsToRemove } from '../../../../electron/journal/snapshots/retention.ts'

const dayMs = 86_400_000
const nowMs = Date.parse('2026-06-15T12:00:00.000Z')

/** Numbers go up by ten in the order given. */
function taken(...atMs: number[]): Dated[] {
  return atMs.map((takenAtMs, index) => ({ name: `s${index}`, number: index * 10, takenAtMs }))
}

function kept(snapshots: readonly Dated[], now = nowMs): Dated[] {
  const removed = new Set(snapshotsToRemove(snapshots, now))
  return snapshots.filter(({ name }) => !removed.has(name))
}

/** One each day for two years, the last one today. */
const daily = taken(...Array.from({ length: 730 }, (_, index) => nowMs - (729 - index) * dayMs))

const ages = (snapshots: readonly Dated[]): number[] =>
  snapshots.map(({ takenAtMs }) => Math.round((nowMs - takenAtMs) / dayMs)).sort((one, other) => one - other)

it('keeps one of each of the last seven days, four weeks and twelve months', () => {
  const left = ages(kept(daily))
  expect(left.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6])
  // Of a week or month that is over, its last day; Sundays are 1, 8, 15 and 22 days ago.
  expect(left).toEqual(expect.arrayContaining([1, 8, 15]))
  expect(left.at(-1)).toBeGreaterThan(300)
  expect(left.length).toBeLessThanOrEqual(3 + 7 + 4 + 12)
})

it('keeps the newest of a day, whichever has the latest instant', () => {
  const hours = taken(...Array.from({ length: 24 }, (_, hour) => nowMs - dayMs * 3 + hour * 60_000), nowMs)
  expect(kept(hours).map(({ name }) => name)).toEqual(['s22', 's23', 's24'])
})

it('removes nothing more by being asked again', () => {
  expect(snapshotsToRemove(kept(daily), nowMs)).toEqual([])
})

const histories = fc
  .array(fc.integer({ min: -400, max: 400 }), { maxLength: 60 })
  .map((days) => taken(...days.map((day) => nowMs + day * dayMs)))

it('keeps the newest three by number, and whatever is dated ahead, whatever the clock did', () => {
  fc.assert(
    fc.property(histories, (snapshots) => {
      const left = new Set(kept(snapshots))
      for (const newest of snapshots.slice(-3)) expect(left.has(newest)).toBe(true)
      for (const snapshot of snapshots) if (snapshot.takenAtMs > nowMs) expect(left.has(snapshot)).toBe(true)
    }),
  )
})

it('keeps of each day of the last week at least one that was there', () => {
  fc.assert(
    fc.property(histories, (snapshots) => {
      const days = (list: readonly Dated[]): Set<number> =>
        new Set(
          list
            .filter(({ takenAtMs }) => takenAtMs <= nowMs && takenAtMs > nowMs - 6 * dayMs)
            .map(({ takenAtMs }) => Math.floor(takenAtMs / dayMs)),
        )
      expect(days(kept(snapshots))).toEqual(days(snapshots))
    }),
  )
})

it('removes next to nothing because the clock jumped years ahead, and keeps what it would have when it is back', () => {
  const before = kept(daily)
  const jumpedTo = nowMs + 3650 * dayMs
  const jumped = [...before, { name: 'jumped', number: 999_999, takenAtMs: jumpedTo }]
  const after = kept(jumped, jumpedTo)
  // The jumped one takes the place of one day, one week and one month at most, and one of the newest three.
  expect(before.length - (after.length - 1)).toBeLessThanOrEqual(4)
  expect(kept(after, nowMs)).toEqual(after)
})

it('goes on as usual with a clock that was set back, and keeps the later ones meanwhile', () => {
  const back = nowMs - 365 * dayMs
  const all = [...kept(daily), { name: 'new', number: 999_999, takenAtMs: back }]
  const left = kept(all, back)
  expect(left.map(({ name }) => name)).toContain('new')
  for (const snapshot of all) if (snapshot.takenAtMs > back) expect(left).toContain(snapshot)
})

it('never lets many pile up', () => {
  let all: Dated[] = []
  for (const snapshot of daily) all = kept([...all, snapshot], snapshot.takenAtMs)
  expect(all.length).toBeLessThanOrEqual(26)
})
