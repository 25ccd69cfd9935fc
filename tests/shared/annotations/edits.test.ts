import fc from 'fast-check'
import { expect, test } from 'vitest'
import { replacedBy, stands, versionsOf } from '../../../shared/annotations/edits.ts'
import { mergeInto } from '../../../shared/kept/merge.ts'
import type { Annotation } from '../../../shared/models/annotation.ts'
import { type AnnotationEdit, annotationEditSchema } from '../../../shared/models/annotation-edit.ts'
import { hostileText } from '../formats/hostile-text.ts'
import { madeNote } from '../formats/made-notes.ts'

const change = fc.record(
  {
    body: hostileText,
    tags: fc.uniqueArray(fc.constantFrom('Tea', 'water', 'later')),
    starred: fc.boolean(),
    colour: fc.constantFrom(null, 'insight', 'doubt', 'of a newer version'),
    anchor: fc.oneof(
      fc.nat(1000).map((startSeconds) => ({ kind: 'moment' as const, startSeconds })),
      fc.nat(1000).map((startSeconds) => ({ kind: 'range' as const, startSeconds, endSeconds: 2000 })),
      fc.constant({ kind: 'chapter' as const, startSeconds: 60, title: 'Water' }),
    ),
    tracking: fc.constantFrom(null, { state: 'to-try' as const, note: '', lookAgainOn: '2026-04-01' }),
  },
  { requiredKeys: [] },
)

type History = { states: Annotation[]; edits: AnnotationEdit[] }

/** What changes make of a note, one after the other, and the acts that are kept of them. */
function lived(changes: readonly object[]): History {
  const states = [madeNote(1)]
  const edits: AnnotationEdit[] = []
  for (const [index, each] of changes.entries()) {
    const now = states.at(-1) ?? madeNote(1)
    const before = replacedBy(now, each)
    if (before === null) continue
    const at = '2026-03-05T08:00:00.000Z'
    edits.push({
      id: `0195a000-0000-7000-8000-1${String(index).padStart(11, '0')}`,
      ...{ act: 'edited', undoes: null, annotationIds: [now.id], befores: [before] },
      ...{ createdAt: at, updatedAt: at },
    })
    states.push({ ...now, ...each })
  }
  return { states, edits }
}

test('every state that a note ever had is one of its versions, newest first', () => {
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      const { states, edits } = lived(changes)
      const [now = madeNote(1), ...earlier] = states.toReversed()
      for (const edit of edits) expect(annotationEditSchema.parse(edit)).toEqual(edit)
      expect(versionsOf(now, edits).map(({ note }) => note)).toEqual(earlier)
    }),
  )
})

test('an act that stands can be taken back, and does not stand any more then', () => {
  fc.assert(
    fc.property(change, (wanted) => {
      const note = madeNote(1)
      const before = replacedBy(note, wanted)
      if (before === null) return
      const after = { ...note, ...wanted }
      expect(stands(after, before)).toBe(true)
      const back = { ...after, ...before }
      expect(back).toEqual(note)
      expect(stands(back, before)).toBe(false)
    }),
  )
})

test('histories of two homes merge into one, in any order, however often, and lose no version', () => {
  const asChange = (edit: AnnotationEdit) => ({
    ...{ kind: 'annotationEdits', key: edit.id, updatedAt: edit.updatedAt, row: edit },
  })
  fc.assert(
    fc.property(fc.array(change), fc.array(fc.boolean()), (changes, coins) => {
      const all = lived(changes).edits.map(asChange)
      const one = all.filter((_, index) => coins[index] ?? true)
      // Of a sitting that goes on, an older copy lies elsewhere: it says less, and is older.
      const other = all.map((each) => {
        const { body, ...less } = each.row.befores[0] ?? {}
        const updatedAt = '2026-03-05T07:00:00.000Z'
        return { ...each, updatedAt, row: { ...each.row, updatedAt, befores: [less] } }
      })
      const merged = (...homes: (typeof all)[]) => {
        const rows = new Map<string, (typeof all)[number]>()
        for (const home of homes) mergeInto(rows, home)
        return [...rows.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
      }
      expect(merged(other, one, all)).toEqual(all)
      expect(merged(all, other, one, other)).toEqual(all)
      expect(merged(one, other)).toEqual(merged(other, one, one))
    }),
  )
})
