import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { FleetPart } from './fleet.ts'
import { type ScenarioName, scenarios } from './scenario.ts'
import { addTally, newTally, type Tally } from './tally.ts'

/** The fleet, a part of it on each core. What it gives is the same on any number of them. */
export async function simulateFleet(given: {
  scenario: ScenarioName
  seed: number
  installations: number
}): Promise<Tally> {
  const { scenario, seed, installations } = given
  const cores = availableParallelism()
  const parts = Array.from({ length: cores }, (_, core): FleetPart => {
    const from = Math.floor((installations * core) / cores)
    return { scenario, seed, from, until: Math.floor((installations * (core + 1)) / cores) }
  })
  const sum = newTally(scenarios[scenario].lengthMs)
  for (const tally of await Promise.all(parts.map(onItsCore))) addTally(sum, tally)
  return sum
}

async function onItsCore(part: FleetPart): Promise<Tally> {
  const worker = new Worker(new URL('./part-worker.ts', import.meta.url), { workerData: part })
  const [tally] = (await once(worker, 'message')) as [Tally]
  return tally
}
