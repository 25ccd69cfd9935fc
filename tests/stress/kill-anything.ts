import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomFor } from '../server/catalogue/random.ts'
import type { Act } from './kill-anything/act.ts'
import { exporting } from './kill-anything/acts/exporting.ts'
import { exportingNotes } from './kill-anything/acts/exporting-notes.ts'
import { importing } from './kill-anything/acts/importing.ts'
import { importingNotes } from './kill-anything/acts/importing-notes.ts'
import { moving } from './kill-anything/acts/moving.ts'
import { quitting } from './kill-anything/acts/quitting.ts'
import { snapshotting } from './kill-anything/acts/snapshotting.ts'
import { syncing } from './kill-anything/acts/syncing.ts'
import { typing } from './kill-anything/acts/typing.ts'
import { upgrading } from './kill-anything/acts/upgrading.ts'
import { playLane } from './kill-anything/lane.ts'
import type { Moment, Played } from './kill-anything/play-moment.ts'
import { victims } from './kill-anything/stage.ts'
import type { StressRun } from './run.ts'

type KillAnythingPlan = {
  seed: number
  moments: number
  /** Side by side, each on a data folder of its own. */
  lanes: number
  /** In the second home from the start, so that copying it and making a snapshot of it take their time. */
  notes: number
  acts: readonly Act[]
  say: (line: string) => void
}

type KillAnythingFigures = {
  moments: number
  /** How many of them fell into the act, by act and victim: `12 of 14`. */
  inside: Record<string, Record<string, string>>
  insideInAll: string
  /** Of acts that have parts, how many fell into which. */
  parts: Record<string, number>
  /** Kills that left a file under a temporary name. */
  leftUnfinished: number
  /** Torn ends of the database's log that a start cut off, and what else the log of the app called an error. */
  databaseLogsCut: number
  errors: string[]
  /** Notes and beginnings of notes that were shown as saved. */
  shownAsSaved: number
  pagesBroughtBack: number
  startsAnew: number
  faults: string[]
}

export const allActs: readonly Act[] = [
  typing,
  syncing,
  snapshotting,
  quitting,
  moving,
  upgrading,
  exporting,
  importing,
  exportingNotes,
  importingNotes,
]

export const killAnythingRun: StressRun = {
  usage: '[--moments N] [--plan ACT,ACT…]',
  run: async ({ seed, moments, plan, say }) => {
    const wanted = plan?.split(',').map((name) => name.trim())
    const acts = allActs.filter(({ name }) => wanted?.includes(name) ?? true)
    const figures = await killAnything({ seed, moments: moments ?? 300, lanes: 2, notes: 1000, acts, say })
    return { figures, passed: figures.moments > 0 && figures.faults.length === 0 }
  },
}

/**
 * Kills the page's process, the main process or both (SIGKILL) in the middle of all that writes, brings the app back, and
 * compares what it had shown as saved with its second home, before anything runs again, and with its library, once it does.
 */
export async function killAnything(plan: KillAnythingPlan): Promise<KillAnythingFigures> {
  const root = await mkdtemp(join(tmpdir(), 'earmark-kill-anything-'))
  try {
    const all = momentsOf(plan)
    const lanes = Array.from({ length: plan.lanes }, (_, lane) =>
      playLane({ ...plan, lane, root, moments: all.filter((_, index) => index % plan.lanes === lane) }),
    )
    const ends = await Promise.all(lanes)
    const played = ends.flatMap((end) => end.played)
    return {
      moments: played.length,
      inside: insideByActAndVictim(played),
      insideInAll: share(played),
      parts: countParts(played),
      databaseLogsCut: ends.reduce((sum, { databaseLogsCut }) => sum + databaseLogsCut, 0),
      errors: [...new Set(ends.flatMap(({ errors }) => errors))],
      leftUnfinished: played.filter(({ unfinished }) => unfinished > 0).length,
      shownAsSaved: ends.reduce((sum, { claims }) => sum + claims, 0),
      pagesBroughtBack: played.filter(({ cameBack }) => cameBack).length,
      startsAnew: played.filter(({ cameBack }) => !cameBack).length,
      faults: [...ends.flatMap(({ faults }) => faults), ...played.flatMap(faultsInWords)],
    }
  } finally {
    await rm(root, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Each act once in every round, with another victim in each of three, in an order that the seed gives. */
function momentsOf({ seed, moments, acts }: KillAnythingPlan): Moment[] {
  const random = randomFor('kill-anything', seed)
  const rounds = Array.from({ length: Math.ceil(moments / acts.length) }, (_, round) => {
    const pairs = acts.map((act, index) => ({
      act,
      victim: victims[(index + round) % victims.length] ?? 'both',
    }))
    return random.several(pairs, pairs.length)
  })
  return rounds
    .flat()
    .slice(0, moments)
    .map((pair, index) => ({ ...pair, number: index + 1 }))
}

function insideByActAndVictim(played: readonly Played[]): KillAnythingFigures['inside'] {
  const names = [...new Set(played.map(({ moment }) => moment.act.name))].sort()
  return Object.fromEntries(
    names.map((name) => {
      const own = played.filter(({ moment }) => moment.act.name === name)
      return [
        name,
        Object.fromEntries(
          victims.map((victim) => [victim, share(own.filter(({ moment }) => moment.victim === victim))]),
        ),
      ]
    }),
  )
}

function countParts(played: readonly Played[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { moment, part } of played) {
    if (part !== null)
      counts[`${moment.act.name}, ${part}`] = (counts[`${moment.act.name}, ${part}`] ?? 0) + 1
  }
  return counts
}

function share(played: readonly Played[]): string {
  return `${played.filter(({ isInside }) => isInside).length} of ${played.length}`
}

function faultsInWords({ moment, faults }: Played): string[] {
  const { number, act, victim } = moment
  return faults.map((fault) => `moment ${number}, ${act.name}, ${victim} killed: ${fault}`)
}
