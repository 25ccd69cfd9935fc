import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasTag, normalTag, normalTags, tagKey, withoutTag } from '../../../shared/models/tags.ts'
import { hostileText } from '../formats/hostile-text.ts'

test('a tag is one line without commas or a leading #, with its case', () => {
  expect(normalTag('  #Green \n tea, ')).toBe('Green tea')
  expect(normalTag('C#')).toBe('C#')
  expect(normalTag(' ,# \u0000')).toBeNull()
  expect(normalTag('x'.repeat(80))).toHaveLength(60)
})

test('tags that differ by case or accents alone are one, as it was written first', () => {
  expect(normalTags(['Café', 'cafe', 'tea', 'TEA', ' tea '])).toEqual(['Café', 'tea'])
  expect(hasTag(['Café'], 'CAFE')).toBe(true)
  expect(withoutTag(['Café', 'tea'], 'café')).toEqual(['tea'])
})

test('tags that were read once are read the same again, whatever they hold', () => {
  fc.assert(
    fc.property(fc.array(hostileText), (typed) => {
      const tags = normalTags(typed)
      expect(normalTags(tags)).toEqual(tags)
      expect(tags.map(normalTag)).toEqual(tags)
      expect(new Set(tags.map(tagKey)).size).toBe(tags.length)
    }),
  )
})
