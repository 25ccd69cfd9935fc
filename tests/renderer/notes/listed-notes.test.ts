import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesSeen } from '../../../renderer/elements/lines-seen.ts'
import { listedNotes, type NotesChoice } from '../../../renderer/notes/listed-notes.ts'
import { entriesOf } from '../../../renderer/notes/note-entries.ts'
import { madeNote } from '../../shared/formats/made-notes.ts'

const everything: NotesChoice = {
  ...{ typed: '', tag: null, colour: null, onlyStarred: false },
  ...{ grouping: 'date', order: 'newest' },
}
const notes = [
  madeNote(3, { tags: ['Tea', 'later'], createdAt: '2026-03-02T12:00:00.000Z', starred: true }),
  madeNote(2, {
    episodeId: 'night/a',
    tags: ['tea'],
    colour: 'doubt',
    createdAt: '2026-03-01T12:00:00.000Z',
  }),
  madeNote(1, { anchor: { kind: 'moment', startSeconds: 5 }, createdAt: '2026-03-01T11:00:00.000Z' }),
]
const noTopics = () => []

function grouped(choice: Partial<NotesChoice>, topicsOf: (id: string) => readonly string[] = noTopics) {
  const { groups } = listedNotes(notes, { ...everything, ...choice }, topicsOf)
  return groups.map(({ key, notes: some }): [string, number[]] => [
    key,
    some.map(({ id }) => Number(id.slice(-1))),
  ])
}

describe('notes are listed', () => {
  test('by day, newest or oldest first', () => {
    expect(grouped({})).toEqual([
      ['2026-03-02', [3]],
      ['2026-03-01', [2, 1]],
    ])
    expect(grouped({ order: 'oldest' })).toEqual([
      ['2026-03-01', [1, 2]],
      ['2026-03-02', [3]],
    ])
  })

  test('by episode, in the order of their time where that is wanted', () => {
    expect(grouped({ grouping: 'episode', order: 'place' })).toEqual([
      ['night/a', [2]],
      ['tea-and-talk/on-steeping', [1, 3]],
    ])
  })

  test('by tag and by topic under each of them, those without last', () => {
    expect(grouped({ grouping: 'tag' })).toEqual([
      ['later', [3]],
      ['Tea', [3, 2]],
      ['', [1]],
    ])
    const topics = (id: string) => (id === 'night/a' ? ['Outages', 'Alarms'] : [])
    expect(grouped({ grouping: 'topic' }, topics)).toEqual([
      ['Alarms', [2]],
      ['Outages', [2]],
      ['', [3, 1]],
    ])
  })

  test('that have a star, a colour, a tag, or hold a word', () => {
    expect(grouped({ onlyStarred: true })).toEqual([['2026-03-02', [3]]])
    expect(grouped({ colour: 'doubt' })).toEqual([['2026-03-01', [2]]])
    expect(grouped({ tag: 'TEA' }).flatMap(([, ids]) => ids)).toEqual([3, 2])
    expect(grouped({ typed: 'LATER minutes' })).toEqual([['2026-03-02', [3]]])
  })
})

test('wherever a list is scrolled to, all that is seen is built, and little more', () => {
  const many = Array.from({ length: 2000 }, (_, index) =>
    madeNote(index, { createdAt: `2026-03-${10 + (index % 9)}T12:00:00.000Z` }),
  )
  const list = entriesOf(listedNotes(many, everything, noTopics).groups)
  const end = list.tops[list.count] ?? 0
  fc.assert(
    fc.property(fc.nat({ max: Math.ceil(end) }), fc.integer({ min: 1, max: 1500 }), (scrollTop, height) => {
      const seen = linesSeen(list.tops, { scrollTop, height })
      for (let index = 0; index < list.count; index += 1) {
        const isSeen = (list.tops[index + 1] ?? 0) > scrollTop && (list.tops[index] ?? 0) < scrollTop + height
        if (isSeen) expect(index >= seen.first && index < seen.end).toBe(true)
      }
      expect(seen.end - seen.first).toBeLessThan((height + 800) / 44)
    }),
    { numRuns: 50 },
  )
})
