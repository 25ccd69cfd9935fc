import { type FaultPlan, readingParts } from '../plan.ts'

/** What the service says of what the asker has already. */
export const validatorPlans: readonly FaultPlan[] = [
  {
    name: 'always-unchanged',
    says: '304 for everything, also for who has nothing',
    rules: [{ parts: readingParts, fault: { answer: 'not-modified' } }],
    ends: { empty: 'told', synced: 'believed' },
  },
  {
    name: 'unchanged-under-way',
    says: '304 for every page but the first',
    rules: [{ parts: ['A3'], after: 1, fault: { answer: 'not-modified' } }],
    ends: 'told',
  },
  {
    name: 'constant-etag',
    says: 'every answer has the same ETag, and it is taken for what the asker has',
    rules: [{ parts: readingParts, fault: { headers: { etag: '"always"', 'last-modified': null } } }],
    ends: 'equal',
  },
  {
    name: 'validators-ignored',
    says: 'everything is sent again, whatever the asker has',
    rules: [{ parts: readingParts, fault: { ignores: 'validators' } }],
    ends: 'equal',
  },
  {
    name: 'etag-without-end',
    says: 'ETags fill a header',
    rules: [{ parts: readingParts, fault: { headers: { etag: `"${'e'.repeat(8000)}"` } } }],
    ends: 'equal',
  },
]
