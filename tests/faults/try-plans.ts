import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { allPlans } from '../server/faults/all-plans.ts'
import { type Ending, type FaultPlan, needsSweep } from '../server/faults/plan.ts'
import { runPlan, type Start } from './run-plan.ts'
import { inWords, type Standing, tells } from './standing.ts'

/** Another one is tried with `EARMARK_FAULTS_SEED=N npx vitest run tests/faults`. */
const seed = Number(process.env.EARMARK_FAULTS_SEED ?? 1)

const endingOf = ({ ends }: FaultPlan, start: Start): Ending =>
  typeof ends === 'string' ? ends : ends[start]

function expectEnding(ending: Ending, under: Standing): void {
  const words = inWords(under)
  switch (ending) {
    case 'equal':
      expect(words).toBe('equal')
      return
    case 'told':
      expect(tells(under), words).toBe(true)
      return
    case 'equal-or-told':
      expect(words === 'equal' || tells(under), words).toBe(true)
      return
    case 'believed':
      return
  }
}

/** Tries every plan, each in a test of its own. The test file imports `fake-indexeddb/auto` first. */
export function tryPlans(start: Start): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime(new Date())
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  describe(`from a library that is ${start}, with seed ${seed}`, () => {
    test.each(allPlans.map((plan) => [plan.name, plan] as const))('%s', async (_name, plan) => {
      const { under, invented, after, later } = await runPlan(plan, start, seed)
      expectEnding(endingOf(plan, start), under)
      if (endingOf(plan, start) !== 'believed') expect(invented).toEqual([])
      if (!needsSweep(plan, start)) expect(inWords(after), 'once the plan was over').toBe('equal')
      expect(inWords(later), 'a month later').toBe('equal')
    })
  })
}
