import type { FaultPlan } from '../plan.ts'

/**
 * A service without A3: the podcast's page, then each episode's. The list tells what is new; that a page of an episode has
 * changed shows when it is read again, a day later.
 */
export const pagePlans: readonly FaultPlan[] = [
  {
    name: 'pages-500-now-and-then',
    says: 'pages of episodes fail with 500 as chance has it',
    rules: [{ parts: ['K2'], chance: 0.2, fault: { status: 500 } }],
    ends: { empty: 'equal-or-told', synced: 'believed' },
    heals: 'sweep',
    byPages: true,
  },
  {
    name: 'pages-cut-off-now-and-then',
    says: 'pages of episodes break off as chance has it',
    rules: [{ parts: ['K2'], chance: 0.2, fault: { answer: 'cut-off' } }],
    ends: { empty: 'equal-or-told', synced: 'believed' },
    heals: 'sweep',
    byPages: true,
  },
  {
    name: 'pages-without-markdown',
    says: 'episodes are there as web pages only',
    rules: [{ parts: ['K2'], fault: { status: 404 } }],
    ends: { empty: 'equal', synced: 'believed' },
    heals: 'sweep',
    byPages: true,
  },
  {
    name: 'pages-half-gone',
    says: 'every second episode’s page is not found',
    rules: [{ parts: ['K1', 'K2'], chance: 0.4, fault: { status: 404 } }],
    ends: { empty: 'equal-or-told', synced: 'believed' },
    heals: 'sweep',
    byPages: true,
  },
  {
    name: 'pages-published-under-way',
    says: 'an episode is published while pages are read',
    rules: [{ parts: ['K2'], after: 10, meanwhile: 'publish' }],
    ends: 'believed',
    heals: 'sweep',
    byPages: true,
  },
  {
    name: 'pages-withdrawn-under-way',
    says: 'an episode is withdrawn while pages are read',
    rules: [{ parts: ['K2'], after: 10, meanwhile: 'withdraw-oldest' }],
    ends: 'believed',
    heals: 'sweep',
    byPages: true,
  },
  {
    name: 'page-list-cut-off',
    says: 'the podcast’s page breaks off in the middle',
    rules: [{ parts: ['A5'], fault: { answer: 'cut-off' } }],
    ends: { empty: 'told', synced: 'believed' },
    heals: 'sweep',
    byPages: true,
  },
  {
    name: 'page-list-broken-link',
    says: 'a link of the podcast’s page leads nowhere',
    rules: [{ parts: ['A5'], fault: { answer: 'broken-entry' } }],
    ends: { empty: 'told', synced: 'believed' },
    heals: 'sweep',
    byPages: true,
  },
]
