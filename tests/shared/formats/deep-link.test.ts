import { expect, test } from 'vitest'
import { episodeLink, noteLink } from '../../../shared/formats/deep-link.ts'

test('an episode is named by its slugs, and a time in whole seconds that is not late', () => {
  expect(episodeLink('day-two/one')).toBe('earmark://episode/day-two/one')
  expect(episodeLink('day-two/one', 75.9)).toBe('earmark://episode/day-two/one?t=75')
  expect(episodeLink('größe/日本', 0)).toBe('earmark://episode/gr%C3%B6%C3%9Fe/%E6%97%A5%E6%9C%AC?t=0')
})

test('a note is named by its id', () => {
  expect(noteLink('0195a000-0000-7000-8000-000000000001')).toBe(
    'earmark://note/0195a000-0000-7000-8000-000000000001',
  )
})
