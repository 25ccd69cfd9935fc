import { expect, test } from 'vitest'
import { noteContext } from '../../../renderer/notes/note-context.ts'

const episode = {
  title: 'Queues that never drain',
  podcastTitle: 'Night Shift',
  durationSeconds: 2700,
  chapters: [
    { startSeconds: 60, title: 'The outage nobody typed', description: '' },
    { startSeconds: 475, title: 'How a network decides', description: '' },
  ],
}

test('keeps the chapter that covers the moment', () => {
  expect(noteContext(episode, 480)).toEqual({
    episodeTitle: 'Queues that never drain',
    podcastTitle: 'Night Shift',
    chapterTitle: 'How a network decides',
    chapterStartSeconds: 475,
    durationSeconds: 2700,
  })
})

test('counts the first second of a chapter to that chapter', () => {
  expect(noteContext(episode, 475).chapterTitle).toBe('How a network decides')
  expect(noteContext(episode, 474).chapterTitle).toBe('The outage nobody typed')
})

test('keeps no chapter before the first one, and none for a note without a time', () => {
  expect(noteContext(episode, 5)).toMatchObject({ chapterTitle: null, chapterStartSeconds: null })
  expect(noteContext(episode, null)).toMatchObject({ chapterTitle: null, chapterStartSeconds: null })
})
