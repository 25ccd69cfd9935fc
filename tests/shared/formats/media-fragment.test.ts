import { expect, test } from 'vitest'
import { atTime, timeFragment } from '../../../shared/formats/media-fragment.ts'

test('a time is plain seconds, to the millisecond', () => {
  expect(timeFragment(75)).toBe('t=75')
  expect(timeFragment(12.5, 40)).toBe('t=12.5,40')
  expect(timeFragment(0.1 + 0.2)).toBe('t=0.3')
  expect(timeFragment(1e300)).toMatch(/^t=\d+(\.\d+)?$/)
  expect(timeFragment(1e-9)).toBe('t=0')
})

test('an address keeps its query, and its own fragment gives way', () => {
  expect(atTime('https://audio.example/a.mp3?x=1#t=3', 75, 90)).toBe(
    'https://audio.example/a.mp3?x=1#t=75,90',
  )
})
