import { randomFor } from '../server/catalogue/random.ts'
import { liveThrough } from './installation.ts'
import { type ScenarioName, scenarios } from './scenario.ts'
import { newTally, type Tally } from './tally.ts'

export type FleetPart = {
  scenario: ScenarioName
  seed: number
  /** Numbers of its installations, the last not included; each lives by its number and the seed alone. */
  from: number
  until: number
}

/** Since nothing that one installation does changes what another meets, they live one after the other. */
export function simulate({ scenario, seed, from, until }: FleetPart): Tally {
  const chosen = scenarios[scenario]
  const tally = newTally(chosen.lengthMs)
  for (let number = from; number < until; number += 1) {
    liveThrough(chosen, tally, randomFor('installation', seed, number).fraction)
  }
  return tally
}
