import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  asSteps,
  changesBetween,
  type EpisodeChange,
  type ToldEpisode,
} from '../../../shared/models/episode-change.ts'
import { madeEpisode } from '../../renderer/made-episodes.ts'

const told = (change: Partial<ToldEpisode> = {}): ToldEpisode => madeEpisode('night', 'a', change)

test('keeps what each changed field was before, and nothing of the others', () => {
  const before = told({
    chapters: [{ startSeconds: 0, title: 'Intro', description: '' }],
    durationSeconds: null,
  })
  expect(changesBetween(before, told({ title: 'Reworded' }))).toEqual({
    title: 'Episode a',
    durationSeconds: null,
    chapters: [{ startSeconds: 0, title: 'Intro', description: '' }],
  })
})

test('tells of nothing when only the picture, the actions or the instant of the resource differ', () => {
  const other = madeEpisode('night', 'a', {
    imageUrl: 'https://example.org/a.png',
    updatedAt: '2027-01-01T00:00:00Z',
    actions: [{ method: 'POST', url: 'https://example.org', description: '' }],
  })
  expect(changesBetween(told(), other)).toBeNull()
})

test('the same instant written otherwise is no change', () => {
  const again = told({ publishedAt: '2026-03-04T00:00:00.000Z' })
  expect(changesBetween(told(), again)).toBeNull()
  expect(changesBetween(told(), told({ publishedAt: null }))).toEqual({ publishedAt: '2026-03-04T00:00:00Z' })
})

test('shows each change with what came after it, also when a field changed again later', () => {
  const changes: EpisodeChange[] = [
    { noticedAt: '2026-03-03T00:00:00.000Z', before: { title: 'Second' } },
    { noticedAt: '2026-03-02T00:00:00.000Z', before: { summary: 'Short.' } },
    { noticedAt: '2026-03-01T00:00:00.000Z', before: { title: 'First', topics: [] } },
  ]
  const current = told({ title: 'Third', summary: 'Long.', topics: ['Queues'] })
  expect(asSteps(changes, current)).toEqual([
    {
      noticedAt: '2026-03-03T00:00:00.000Z',
      fields: [{ field: 'title', before: 'Second', after: 'Third' }],
    },
    {
      noticedAt: '2026-03-02T00:00:00.000Z',
      fields: [{ field: 'summary', before: 'Short.', after: 'Long.' }],
    },
    {
      noticedAt: '2026-03-01T00:00:00.000Z',
      fields: [
        { field: 'title', before: 'First', after: 'Second' },
        { field: 'topics', before: [], after: ['Queues'] },
      ],
    },
  ])
})

test('whatever an episode went through, its steps read backwards lead to what it was', () => {
  const version = fc.record({
    title: fc.constantFrom('One', 'Two', 'Three'),
    summary: fc.constantFrom('', 'A summary.'),
    durationSeconds: fc.option(fc.nat(3)),
    topics: fc.array(fc.constantFrom('DevOps', 'Queues'), { maxLength: 2 }),
  })
  fc.assert(
    fc.property(fc.array(version, { minLength: 1 }), (versions) => {
      const lived = versions.map((change) => told(change))
      const changes: EpisodeChange[] = []
      lived.forEach((after, index) => {
        const before = lived[index - 1]
        const was = before === undefined ? null : changesBetween(before, after)
        if (was !== null) changes.unshift({ noticedAt: '2026-03-01T00:00:00.000Z', before: was })
      })
      let episode = lived.at(-1) ?? told()
      for (const step of asSteps(changes, episode)) {
        for (const { field, before, after } of step.fields) {
          expect(episode[field]).toEqual(after)
          expect(before).not.toEqual(after)
          episode = { ...episode, [field]: before }
        }
      }
      expect(episode).toEqual(lived[0])
    }),
  )
})
