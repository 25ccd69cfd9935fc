import type { Random } from '../catalogue/random.ts'
import type { Part } from '../switches.ts'
import type { Fault } from './fault.ts'
import type { Meanwhile } from './meanwhile.ts'

/** What befalls which requests. */
export type Rule = {
  parts: readonly Part[]
  /** Requests of these parts that pass before it begins. */
  after?: number
  /** From 0 to 1, drawn for each request; 1 when not said. */
  chance?: number
} & (
  | { fault: Fault }
  /** Done once, before the request is answered. */
  | { meanwhile: Meanwhile }
)

/**
 * What a sync ends with while the plan is on:
 * - `equal`: the library is the catalogue, and no problem is told;
 * - `told`: what is missing or old is named by the row's problem or its broken episodes;
 * - `equal-or-told`: one of both, as chance has it;
 * - `believed`: a lie that nothing gives away; a later pass finds it out.
 */
export type Ending = 'equal' | 'told' | 'equal-or-told' | 'believed'

export type FaultPlan = {
  name: string
  /** In words, for a list of them. */
  says: string
  rules: readonly Rule[] | ((random: Random) => readonly Rule[])
  /** One word where it makes no difference whether the library was empty or synced before. */
  ends: Ending | { empty: Ending; synced: Ending }
  /**
   * Once the plan is over, the next sync brings the library up to the catalogue, or where the service had lied, the next pass
   * over the whole list does; `synced`: the latter only where the library was synced before.
   */
  heals?: 'sweep' | { synced: 'sweep' }
  /** Needs limits of the network part that are short, or it would take half a minute. */
  slow?: true
  /** Of A3 nothing answers, so that podcasts are read by their pages. */
  byPages?: true
}

/** Everything that a podcast is read by. */
export const readingParts: readonly Part[] = ['A2', 'A3', 'A4', 'A5', 'K1', 'K2']

/** Whether it takes a pass over the whole list, and not just the next sync, to put the library right after a plan. */
export function needsSweep({ heals }: FaultPlan, start: 'empty' | 'synced'): boolean {
  return heals === 'sweep' || (heals !== undefined && start === 'synced')
}
