import { describe, expect, test } from 'vitest'
import {
  changeHeading,
  differenceOf,
  type FieldStep,
  keptText,
} from '../../../renderer/episode/change-words.ts'

const chapter = (startSeconds: number, title: string, description = '') => ({
  startSeconds,
  title,
  description,
})

describe('the heading of a change', () => {
  const title: FieldStep = { field: 'title', before: 'One', after: 'Two' }
  const chapters: FieldStep = { field: 'chapters', before: [], after: [chapter(0, 'Hello')] }

  test('names what changed and the day', () => {
    expect(changeHeading('2026-03-12T09:00:00.000Z', [chapters])).toBe('Chapters changed on 12 March 2026')
  })

  test('names several fields in one sentence', () => {
    expect(changeHeading('2026-03-12T09:00:00.000Z', [title, chapters])).toBe(
      'Title and chapters changed on 12 March 2026',
    )
  })
})

test('says what stayed as it was, by its name', () => {
  expect(keptText('summary', 1)).toBe('1 paragraph stayed as it was.')
  expect(keptText('chapters', 12)).toBe('12 chapters stayed as they were.')
  expect(keptText('topics', 0)).toBeNull()
})

describe('what a change took away and brought', () => {
  test('a chapter that moved is the old line and the new one; the others stayed', () => {
    const before = [chapter(0, 'Hello'), chapter(60, 'Ports', 'In and out')]
    const after = [chapter(0, 'Hello'), chapter(75, 'Ports', 'In and out')]
    expect(differenceOf({ field: 'chapters', before, after })).toEqual({
      removed: ['1:00 Ports: In and out'],
      added: ['1:15 Ports: In and out'],
      kept: 1,
    })
  })

  test('of two equal lines of which one went, one is told', () => {
    expect(differenceOf({ field: 'topics', before: ['tea', 'tea'], after: ['tea'] })).toEqual({
      removed: ['tea'],
      added: [],
      kept: 1,
    })
  })

  test('topics in another order took nothing away', () => {
    expect(differenceOf({ field: 'topics', before: ['a', 'b'], after: ['b', 'a'] })).toEqual({
      removed: [],
      added: [],
      kept: 2,
    })
  })

  test('a summary is told by the paragraphs that differ', () => {
    const before = 'The first.\n\nThe second.'
    const after = 'The first.\n\nThe second, reworded.'
    expect(differenceOf({ field: 'summary', before, after })).toEqual({
      removed: ['The second.'],
      added: ['The second, reworded.'],
      kept: 1,
    })
  })

  test('a length and a date are told as a person reads them, and nothing where there was none', () => {
    expect(differenceOf({ field: 'durationSeconds', before: null, after: 2740 })).toEqual({
      removed: [],
      added: ['45:40'],
      kept: 0,
    })
    expect(
      differenceOf({ field: 'publishedAt', before: '2026-03-04T10:00:00Z', after: null }).removed,
    ).toEqual(['4 March 2026'])
  })

  test('a highlight is told with its kind, and by its own label where it has one', () => {
    const before = [{ kind: 'main-idea', text: 'Ask twice.' }] as const
    const after = [{ kind: 'other', label: 'Open question', text: 'Ask twice?' }] as const
    expect(differenceOf({ field: 'highlights', before: [...before], after: [...after] })).toEqual({
      removed: ['Main ideas: Ask twice.'],
      added: ['Open question: Ask twice?'],
      kept: 0,
    })
  })
})
