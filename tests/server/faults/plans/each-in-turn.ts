import type { Fault } from '../fault.ts'
import { type Ending, type FaultPlan, readingParts } from '../plan.ts'

/** A whole pass over the catalogue that plans are tried on asks no more often. */
const mostRequests = 6

/** Each request of a pass in turn is the one that fails; as often in a row as the asker may try. */
const failures: readonly { name: string; says: string; fault: Fault; ends: Ending }[] = [
  { name: '500', says: 'fails once with 500', fault: { status: 500, times: 1 }, ends: 'equal' },
  {
    name: '500-for-good',
    says: 'fails with 500, and so do all after it',
    fault: { status: 500 },
    ends: 'equal-or-told',
  },
  { name: '404', says: 'is not found, once', fault: { status: 404, times: 1 }, ends: 'equal-or-told' },
  {
    name: '429',
    says: 'is one too many, and waiting is asked for',
    fault: { status: 429, retryAfterSeconds: 60, times: 1 },
    ends: 'equal-or-told',
  },
  { name: 'drop', says: 'is dropped once', fault: { answer: 'nothing', times: 1 }, ends: 'equal' },
]

export const inTurnPlans: readonly FaultPlan[] = failures.flatMap(({ name, says, fault, ends }) =>
  Array.from({ length: mostRequests }, (_, index) => ({
    name: `request-${index + 1}-${name}`,
    says: `request ${index + 1} of a pass ${says}`,
    rules: [{ parts: readingParts, after: index, fault }],
    ends,
  })),
)
