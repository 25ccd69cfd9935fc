import { expect, test } from 'vitest'
import { podcastingChapters } from '../../../shared/formats/podcasting-chapters.ts'
import { madeNotedEpisode } from './made-notes.ts'

test('chapters end where the next begins, the last with the episode', () => {
  expect(podcastingChapters(madeNotedEpisode().episode)).toEqual({
    version: '1.2.0',
    title: 'On steeping',
    podcastName: 'Tea and talk',
    chapters: [
      { startTime: 0, endTime: 60, title: 'Welcome' },
      { startTime: 60, endTime: 1800, title: 'Water', 'earmark:description': 'How hot?' },
    ],
  })
})

test('a chapter whose end is not known, or not after its start, has none', () => {
  const chapters = [0, 0, 5].map((startSeconds) => ({ startSeconds, title: 'x', description: '' }))
  const { episode } = madeNotedEpisode({ chapters, durationSeconds: null })
  expect(podcastingChapters(episode).chapters).toEqual([
    { startTime: 0, title: 'x' },
    { startTime: 0, endTime: 5, title: 'x' },
    { startTime: 5, title: 'x' },
  ])
})
