import { type FaultPlan, readingParts } from '../plan.ts'

/** Answers that arrive and are not what they should be. */
export const answerPlans: readonly FaultPlan[] = [
  {
    name: 'web-page',
    says: 'everything answers with one and the same web page, as a captive portal does',
    rules: [{ parts: readingParts, fault: { answer: 'html' } }],
    ends: 'told',
  },
  {
    name: 'web-page-on-page-two',
    says: 'from the second page on the list is a web page',
    rules: [{ parts: ['A3'], after: 1, fault: { answer: 'html' } }],
    ends: 'told',
  },
  {
    name: 'web-page-instead-of-list',
    says: 'the list is a web page, and the podcast’s page is there to fall back on',
    rules: [{ parts: ['A3'], fault: { answer: 'html' } }],
    ends: 'equal',
  },
  {
    name: 'no-list',
    says: 'where the list is due stands something else',
    rules: [{ parts: ['A3'], after: 1, fault: { entries: 'no-list' } }],
    ends: 'told',
  },
  {
    name: 'empty-answers',
    says: 'everything answers with nothing',
    rules: [{ parts: readingParts, fault: { answer: 'empty' } }],
    ends: 'told',
  },
  {
    name: 'half-a-page',
    says: 'pages of the list end in the middle of a word',
    rules: [{ parts: ['A3'], after: 1, fault: { answer: 'half' } }],
    ends: 'told',
  },
  {
    name: 'damaged-bytes',
    says: 'bytes of the list are damaged on their way',
    rules: [{ parts: ['A3'], after: 1, fault: { answer: 'damaged', times: 3 } }],
    ends: 'equal-or-told',
    heals: 'sweep',
  },
  {
    name: 'byte-order-mark',
    says: 'a byte order mark stands before everything',
    rules: [{ parts: readingParts, fault: { answer: 'byte-order-mark' } }],
    ends: 'equal',
  },
  {
    name: 'packed',
    says: 'everything is packed by gzip',
    rules: [{ parts: readingParts, fault: { answer: 'gzip' } }],
    ends: 'equal',
  },
  {
    name: 'packed-and-cut',
    says: 'everything is packed by gzip, and the end is missing',
    rules: [{ parts: readingParts, fault: { answer: 'gzip-cut' } }],
    ends: 'told',
  },
  {
    name: 'packed-and-damaged',
    says: 'everything is packed by gzip, and damaged',
    rules: [{ parts: readingParts, fault: { answer: 'gzip-damaged' } }],
    ends: 'told',
  },
  {
    name: 'unknown-packing',
    says: 'everything is said to be packed in a way that nobody knows',
    rules: [{ parts: readingParts, fault: { headers: { 'content-encoding': 'origami' } } }],
    ends: 'told',
  },
  {
    name: 'wrong-type',
    says: 'everything is said to be plain text in Latin letters',
    rules: [{ parts: readingParts, fault: { headers: { 'content-type': 'text/plain' } } }],
    ends: 'equal',
  },
  {
    name: 'no-headers',
    says: 'neither type nor validators nor date are told',
    rules: [
      {
        parts: readingParts,
        fault: {
          headers: { 'content-type': null, etag: null, 'last-modified': null, 'cache-control': null },
        },
      },
    ],
    ends: 'equal',
  },
  {
    name: 'huge',
    says: 'the list is far larger than anybody takes',
    rules: [{ parts: ['A3'], after: 1, fault: { answer: 'huge', bytes: 8_000_000 } }],
    ends: 'told',
  },
  {
    name: 'clock-behind',
    says: 'the service’s clock is a year behind',
    rules: [{ parts: readingParts, fault: { headers: { date: 'Thu, 06 Mar 2025 06:00:00 GMT' } } }],
    ends: 'equal',
  },
  {
    name: 'clock-ahead',
    says: 'the service’s clock is a hundred years ahead',
    rules: [{ parts: readingParts, fault: { headers: { date: 'Wed, 06 Mar 2126 06:00:00 GMT' } } }],
    ends: 'equal',
  },
]
