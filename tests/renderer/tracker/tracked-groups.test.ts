import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupTracked } from '../../../renderer/tracker/tracked-groups.ts'
import { noteLineFrom, trackedLines } from '../../../renderer/tracker/tracked-lines.ts'
import { trackingStates } from '../../../shared/models/tracking.ts'
import { madeNote } from '../../shared/formats/made-notes.ts'

const today = '2026-11-30'
const tracking = fc.option(
  fc.record({
    state: fc.constantFrom(...trackingStates),
    note: fc.constant(''),
    lookAgainOn: fc.option(fc.constantFrom('2026-11-01', '2026-11-30', '2026-12-01', '2026-12-24')),
  }),
)
const notesNewestFirst = fc
  .array(tracking, { maxLength: 60 })
  .map((all) => all.map((each, index) => madeNote(all.length - index, { tracking: each })))

test('whatever is tracked stands once: what is due on top, the rest under its state, each by its day', () => {
  fc.assert(
    fc.property(notesNewestFirst, (notes) => {
      const groups = groupTracked(notes, today)
      const shown = groups.flatMap((group) => group.notes)
      const tracked = notes.filter((note) => note.tracking !== null)
      expect(shown.map(({ id }) => id).sort()).toEqual(tracked.map(({ id }) => id).sort())
      const order = ['due', 'trying', 'to-try', 'worked', 'did-not']
      const places = groups.map(({ name }) => order.indexOf(name))
      expect(places).toEqual([...new Set(places)].sort())
      for (const { name, notes: some } of groups) {
        expect(some.length).toBeGreaterThan(0)
        for (const [index, { tracking: each, id }] of some.entries()) {
          const isDue = each.lookAgainOn !== null && each.lookAgainOn <= today
          expect(name).toBe(isDue ? 'due' : each.state)
          const before = some[index - 1]
          if (before === undefined) continue
          const [one, other] = [before.tracking.lookAgainOn ?? '9', each.lookAgainOn ?? '9']
          expect(one <= other).toBe(true)
          // Among equals, newest first.
          if (one === other) expect(before.id > id).toBe(true)
        }
      }
    }),
  )
})

test('the arrows meet notes and pass over headings', () => {
  const notes = [
    madeNote(2, { tracking: { state: 'worked', note: '', lookAgainOn: null } }),
    madeNote(1, { tracking: { state: 'to-try', note: '', lookAgainOn: today } }),
  ]
  const { lines, tops } = trackedLines(groupTracked(notes, today))
  expect(lines.map(({ kind }) => kind)).toEqual(['group', 'note', 'group', 'note'])
  expect([0, 1, 2, 3].map((at) => noteLineFrom(lines, at, 1))).toEqual([1, 1, 3, 3])
  expect([0, 2].map((at) => noteLineFrom(lines, at, -1))).toEqual([1, 1])
  expect(noteLineFrom([], 0, 1)).toBe(0)
  expect([...tops]).toEqual([...tops].sort((one, other) => one - other))
})
