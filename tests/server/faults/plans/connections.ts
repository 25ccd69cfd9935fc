import { type FaultPlan, readingParts } from '../plan.ts'

/** The way to the service, and what statuses say of it. */
export const connectionPlans: readonly FaultPlan[] = [
  {
    name: 'delayed',
    says: 'every answer comes late, but in time',
    rules: [{ parts: readingParts, fault: { delayMs: 25 } }],
    ends: 'equal',
  },
  {
    name: 'too-late',
    says: 'no answer comes before the asker gives up',
    rules: [{ parts: ['A3'], fault: { delayMs: 1500 } }],
    ends: 'told',
    slow: true,
  },
  {
    name: 'second-page-too-late',
    says: 'from the second page on no answer comes in time',
    rules: [{ parts: ['A3'], after: 1, fault: { delayMs: 1500 } }],
    ends: 'told',
    slow: true,
  },
  {
    name: 'cut-off',
    says: 'every page breaks off in the middle',
    rules: [{ parts: ['A3'], fault: { answer: 'cut-off' } }],
    ends: 'told',
  },
  {
    name: 'cut-off-now-and-then',
    says: 'every third answer or so breaks off in the middle, as chance has it',
    rules: [{ parts: readingParts, chance: 0.3, fault: { answer: 'cut-off' } }],
    ends: 'equal-or-told',
  },
  {
    name: 'nothing',
    says: 'the connection drops without an answer',
    rules: [{ parts: readingParts, fault: { answer: 'nothing' } }],
    ends: 'told',
  },
  {
    name: 'not-http',
    says: 'something answers that does not speak HTTP',
    rules: [{ parts: ['A3'], fault: { answer: 'not-http' } }],
    ends: 'told',
  },
  {
    name: 'head-only',
    says: 'headers arrive, and then silence',
    rules: [{ parts: ['A3'], fault: { answer: 'head-only' } }],
    ends: 'told',
    slow: true,
  },
  {
    name: 'trickling',
    says: 'the second page trickles in too slowly to be waited for',
    rules: [{ parts: ['A3'], after: 1, fault: { answer: 'slow', bytesPerSecond: 2000 } }],
    ends: 'told',
    slow: true,
  },
  {
    name: 'redirected',
    says: 'everything has moved to another address of the same host',
    rules: [{ parts: readingParts, fault: { redirect: 'same-host' } }],
    ends: 'equal',
  },
  {
    name: 'redirected-to-another-host',
    says: 'everything has moved to another host',
    rules: [{ parts: readingParts, fault: { redirect: 'other-host' } }],
    ends: 'equal',
  },
  {
    name: 'redirected-in-circles',
    says: 'every address leads to itself',
    rules: [{ parts: readingParts, fault: { redirect: 'loop' } }],
    ends: 'told',
  },
  {
    name: 'redirected-nowhere',
    says: 'every address leads to something that is no web address',
    rules: [{ parts: readingParts, fault: { redirect: 'no-web-address' } }],
    ends: 'told',
  },
  {
    name: 'redirected-inside',
    says: 'the list leads to an address of a private network',
    rules: [{ parts: ['A3'], fault: { redirectTo: 'http://169.254.169.254/latest/meta-data/' } }],
    ends: 'told',
  },
  {
    name: 'overloaded',
    says: '503 with Retry-After for everything',
    rules: [{ parts: readingParts, fault: { status: 503, retryAfterSeconds: 120 } }],
    ends: 'told',
  },
  {
    name: 'too-many-requests',
    says: '429 with Retry-After from the second page on',
    rules: [{ parts: ['A3'], after: 1, fault: { status: 429, retryAfterSeconds: 60 } }],
    ends: 'told',
  },
  {
    name: 'broken-service',
    says: '500 for everything',
    rules: [{ parts: readingParts, fault: { status: 500 } }],
    ends: 'told',
  },
  {
    name: 'forbidden',
    says: '403 for everything',
    rules: [{ parts: readingParts, fault: { status: 403 } }],
    ends: 'told',
  },
  {
    name: 'podcast-not-told-of',
    says: 'the list answers, the podcast’s own resource does not',
    rules: [{ parts: ['A2'], fault: { status: 500 } }],
    ends: 'equal',
  },
]
