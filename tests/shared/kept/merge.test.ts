import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from '../../../shared/kept/canonical-json.ts'
import { laterOf, type MergeableChange, type MergedChanges, mergeInto } from '../../../shared/kept/merge.ts'

const change = (updatedAt: string, row: unknown): MergeableChange => ({
  kind: 'annotations',
  key: 'a',
  updatedAt,
  row,
})
const early = '2026-01-01T00:00:00.000Z'
const late = '2026-01-01T00:00:00.001Z'

/** Few keys, instants and rows, so that most changes meet another. */
const changes = fc.array(
  fc.record({
    kind: fc.constantFrom('annotations', 'queue', 'of-a-newer-version'),
    key: fc.constantFrom('a', 'b', 'annotations a'),
    updatedAt: fc.constantFrom(early, late, '2026-01-01T00:00:00Z', 'no instant'),
    row: fc.oneof(
      fc.constant(null),
      fc.constantFrom({ a: 1, b: 2 }, { b: 2, a: 1 }, { a: 2 }),
      fc.jsonValue(),
    ),
  }),
  { maxLength: 12 },
)

/** As text, since two rows that differ in the order of their names are the same row. */
function mergedOf(...lists: MergeableChange[][]): string {
  const merged: MergedChanges<MergeableChange> = new Map()
  for (const list of lists) mergeInto(merged, list)
  return canonicalJson([...merged.values()].map(canonicalJson).sort())
}

function merged(list: MergeableChange[]): MergeableChange[] {
  const rows: MergedChanges<MergeableChange> = new Map()
  mergeInto(rows, list)
  return [...rows.values()]
}

it('takes the later of two changes, also when it is a deletion', () => {
  expect(laterOf(change(early, { text: 'tea' }), change(late, null)).row).toBeNull()
  expect(laterOf(change(late, { text: 'tea' }), change(early, null)).row).toEqual({ text: 'tea' })
})

it('takes the same of two changes of one instant, whichever comes first', () => {
  const [tea, deletion] = [change(early, { text: 'tea' }), change(early, null)]
  expect(laterOf(tea, deletion)).toEqual(laterOf(deletion, tea))
})

it('gives the same in any order', () => {
  fc.assert(
    fc.property(changes, fc.infiniteStream(fc.nat(100)), (list, numbers) => {
      const shuffled = list.toSorted(() => (numbers.next().value ?? 0) - 50)
      expect(mergedOf(shuffled)).toBe(mergedOf(list))
    }),
  )
})

it('gives the same for two parts, whichever is merged into the other, and however they are grouped', () => {
  fc.assert(
    fc.property(changes, changes, changes, (one, two, three) => {
      expect(mergedOf(two, one)).toBe(mergedOf(one, two))
      expect(mergedOf(merged([...one, ...two]), three)).toBe(mergedOf(one, merged([...two, ...three])))
    }),
  )
})

it('gives the same when it is done twice', () => {
  fc.assert(
    fc.property(changes, (list) => {
      expect(mergedOf(list, list)).toBe(mergedOf(list))
      expect(mergedOf(merged(list), list)).toBe(mergedOf(list))
    }),
  )
})

it('never takes rows of different kinds or keys for one', () => {
  const other = { ...change(late, { text: 'other' }), kind: 'queue' }
  expect(merged([change(early, { text: 'tea' }), other])).toHaveLength(2)
  expect(merged([change(early, { text: 'tea' }), { ...other, kind: 'annotations', key: 'b' }])).toHaveLength(
    2,
  )
})
