import { expect, test } from 'vitest'
import { podcastHue, podcastLetter } from '../../../renderer/podcasts/podcast-colour.ts'

test('a podcast keeps its hue', () => {
  expect(podcastHue('day-two-devops')).toBe(podcastHue('day-two-devops'))
  // Written down, so that a change of the hash does not repaint everybody's library unnoticed.
  expect(podcastHue('day-two-devops')).toMatchInlineSnapshot(`45`)
})

test('hues of similar slugs spread over the whole circle', () => {
  const quarters = new Set(
    Array.from({ length: 40 }, (_, index) => Math.floor(podcastHue(`show-${index}`) / 90)),
  )
  expect(quarters.size).toBe(4)
})

test('a podcast’s letter is that of its first word that is no article', () => {
  expect(podcastLetter('The Earmark Field Guide')).toBe('E')
  expect(podcastLetter('Anchor')).toBe('A')
  expect(podcastLetter('“52 weeks”')).toBe('5')
  expect(podcastLetter('…')).toBe('')
})
