import { type FaultPlan, readingParts } from '../plan.ts'

/** A service that changes while it is read. The pass may show some of it and miss some; the next one brings the rest. */
export const meanwhilePlans: readonly FaultPlan[] = [
  {
    name: 'published-under-way',
    says: 'an episode is published while the second page is read',
    rules: [{ parts: ['A3'], after: 1, meanwhile: 'publish' }],
    ends: 'believed',
  },
  {
    name: 'published-before-the-cursor-is-lost',
    says: 'an episode is published, and the cursor is lost with it',
    rules: [
      { parts: ['A3'], after: 1, meanwhile: 'publish' },
      { parts: ['A3'], after: 1, fault: { status: 400, times: 1 } },
    ],
    ends: 'equal',
  },
  {
    name: 'changed-behind',
    says: 'an episode changes on a page that was read already',
    rules: [{ parts: ['A3'], after: 1, meanwhile: 'change-newest' }],
    ends: 'believed',
  },
  {
    name: 'changed-ahead',
    says: 'an episode changes on a page that is still to come',
    rules: [{ parts: ['A3'], after: 1, meanwhile: 'change-oldest' }],
    ends: 'equal',
  },
  {
    name: 'unprocessed-behind',
    says: 'an episode loses its parts after it was read',
    rules: [{ parts: ['A3'], after: 1, meanwhile: 'unprocess-newest' }],
    ends: 'believed',
  },
  {
    name: 'withdrawn-behind',
    says: 'an episode that was read is withdrawn',
    rules: [{ parts: ['A3'], after: 1, meanwhile: 'withdraw-newest' }],
    ends: 'believed',
    heals: 'sweep',
  },
  {
    name: 'withdrawn-ahead',
    says: 'an episode is withdrawn before its page is read',
    rules: [{ parts: ['A3'], after: 1, meanwhile: 'withdraw-oldest' }],
    ends: 'believed',
    heals: 'sweep',
  },
  {
    name: 'withdrawn-at-the-cursor',
    says: 'the episode that the cursor stands for is withdrawn',
    rules: [{ parts: ['A3'], after: 1, meanwhile: 'withdraw-where-the-page-began' }],
    ends: 'believed',
    heals: 'sweep',
  },
  {
    name: 'renamed',
    says: 'an episode gets another slug while it is read',
    rules: [{ parts: ['A3'], after: 1, meanwhile: 'rename' }],
    ends: 'believed',
    heals: 'sweep',
  },
  {
    name: 'everything-at-once',
    says: 'publications, changes and withdrawals while requests fail as chance has it',
    rules: [
      { parts: ['A3'], after: 1, meanwhile: 'publish' },
      { parts: ['A3'], after: 2, meanwhile: 'change-newest' },
      { parts: ['A3'], after: 3, meanwhile: 'withdraw-oldest' },
      { parts: readingParts, chance: 0.2, fault: { status: 500 } },
      { parts: readingParts, chance: 0.2, fault: { answer: 'cut-off' } },
      { parts: ['A3'], chance: 0.2, fault: { entries: 'shuffled' } },
      { parts: ['A3'], chance: 0.2, fault: { entries: 'doubled' } },
    ],
    ends: 'believed',
    heals: 'sweep',
  },
]
