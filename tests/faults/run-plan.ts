import { vi } from 'vitest'
import { syncOf } from '../../renderer/db/syncs.ts'
import { randomFor } from '../server/catalogue/random.ts'
import type { FaultPlan } from '../server/faults/plan.ts'
import type { StandIn } from '../server/stand-in.ts'
import { editSome } from './edit-some.ts'
import { differences, type Library, neverPublished, servedLibrary } from './library.ts'
import type { Standing } from './standing.ts'
import { storedLibrary } from './stored-library.ts'
import { triedService } from './tried-service.ts'

export type Start = 'empty' | 'synced'

export type PlanRun = {
  under: Standing
  /** Episodes in the library that no version of the catalogue ever held so, while the plan was on. */
  invented: string[]
  /** After the plan was over, one sync later. */
  after: Standing
  /** A month later, another one. */
  later: Standing
}

const episodes = 26
/** So that a whole pass has four pages, and one over what was changed two. */
const pageSize = 8
const monthMs = 31 * 24 * 60 * 60 * 1000

/** Syncs under a plan's faults, then without, then once more a month later. */
export async function runPlan(plan: FaultPlan, start: Start, seed: number): Promise<PlanRun> {
  const tried = await triedService({ name: plan.name, seed, isSlow: plan.slow === true, episodes, pageSize })
  const { server, podcastSlug, sync } = tried
  if (plan.byPages === true) server.break('A3')
  const versions: Library[] = []
  const remember = (): void => {
    versions.push(servedLibrary(server, podcastSlug, 'api'), servedLibrary(server, podcastSlug, 'pages'))
  }

  remember()
  if (start === 'synced') {
    const first = await sync()
    if (!first.ok) throw new Error(`The first sync, without a fault: ${first.problem.message}`)
    editSome(server, podcastSlug, { episodes, random: randomFor('edits', plan.name, seed) })
    remember()
  }

  server.play(plan, seed)
  await sync()
  remember()
  const under = await standing(server, podcastSlug)
  const invented = neverPublished(versions, await storedLibrary(podcastSlug))

  server.endPlan()
  await sync()
  const after = await standing(server, podcastSlug)

  vi.setSystemTime(Date.now() + monthMs)
  await sync()
  const later = await standing(server, podcastSlug)
  return { under, invented, after, later }
}

async function standing(server: StandIn, podcastSlug: string): Promise<Standing> {
  const row = await syncOf(podcastSlug)
  if (row === undefined) throw new Error('The podcast has no sync row.')
  const road = row.path === 'api' || row.path === null ? 'api' : 'pages'
  const found = await storedLibrary(podcastSlug)
  const better = servedLibrary(server, podcastSlug, 'api')
  return {
    differences: differences(servedLibrary(server, podcastSlug, road), found, better),
    problem: row.lastProblem === null ? null : `${row.lastProblem.code}: ${row.lastProblem.message}`,
    broken: row.broken,
    unlisted: Math.max(0, row.countDifference ?? 0),
  }
}
