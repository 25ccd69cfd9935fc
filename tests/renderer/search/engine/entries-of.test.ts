import { expect, test } from 'vitest'
import { entriesOf } from '../../../../renderer/search/engine/entries-of.ts'
import { emptySegment } from '../../../../renderer/search/engine/segment.ts'

/** Of so many documents each. */
function segmentOf(sizes: readonly number[]) {
  const documents = sizes.reduce((sum, size) => sum + size, 0)
  const counts = { terms: 0, documents, entries: sizes.length, letters: 0, postings: 0 }
  const segment = emptySegment(counts, [])
  let start = 0
  for (const [entry, size] of sizes.entries()) {
    segment.entryStarts[entry] = start
    start += size
  }
  segment.entryStarts[sizes.length] = start
  return segment
}

const sizes = Array.from({ length: 200 }, (_, at) => 1 + ((at * 7) % 5))
const owners = sizes.flatMap((size, entry) => Array.from({ length: size }, () => entry))

test('finds the entry of each document that is asked for in order', () => {
  const entryOf = entriesOf(segmentOf(sizes))
  expect(Array.from(owners.keys(), entryOf)).toEqual(owners)
})

test('finds it whichever document was asked for before', () => {
  const entryOf = entriesOf(segmentOf(sizes))
  const asked = Array.from(owners.keys(), (at) => (at * 131) % owners.length)
  expect(asked.map(entryOf)).toEqual(asked.map((document) => owners[document]))
})

test('takes no entry without documents for one that has some', () => {
  const entryOf = entriesOf(segmentOf([2, 0, 0, 1, 0]))
  expect([0, 1, 2, 0].map(entryOf)).toEqual([0, 0, 3, 0])
})
