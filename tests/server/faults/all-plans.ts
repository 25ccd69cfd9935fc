import type { FaultPlan } from './plan.ts'
import { answerPlans } from './plans/answers.ts'
import { pagePlans } from './plans/by-pages.ts'
import { connectionPlans } from './plans/connections.ts'
import { inTurnPlans } from './plans/each-in-turn.ts'
import { listPlans } from './plans/lists.ts'
import { meanwhilePlans } from './plans/meanwhile.ts'
import { validatorPlans } from './plans/validators.ts'

export const allPlans: readonly FaultPlan[] = [
  ...connectionPlans,
  ...inTurnPlans,
  ...answerPlans,
  ...listPlans,
  ...validatorPlans,
  ...meanwhilePlans,
  ...pagePlans,
]

export function planNamed(name: string): FaultPlan | null {
  return allPlans.find((plan) => plan.name === name) ?? null
}
