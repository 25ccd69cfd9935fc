import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordChanges } from '../../../renderer/notes/word-changes.ts'
import { hostileText } from '../../shared/formats/hostile-text.ts'

test('words that went and came stand among those that stayed', () => {
  expect(wordChanges('steep it for three minutes', 'steep it for at least four minutes')).toEqual([
    { kind: 'same', text: 'steep it for ' },
    { kind: 'gone', text: 'three' },
    { kind: 'new', text: 'at least four' },
    { kind: 'same', text: ' minutes' },
  ])
})

test('both texts can be put together from what is told, whatever they hold', () => {
  fc.assert(
    fc.property(hostileText, hostileText, hostileText, (one, other, more) => {
      const [before, after] = [`${more}${one} ${other}`, `${one} ${more} ${other}`]
      const pieces = wordChanges(before, after)
      const without = (kind: string) =>
        pieces
          .filter((piece) => piece.kind !== kind)
          .map(({ text }) => text)
          .join('')
      expect(without('new')).toBe(before)
      expect(without('gone')).toBe(after)
    }),
  )
})

test('long texts of which nothing is the same take no time', () => {
  const before = Array.from({ length: 100_000 }, (_, index) => `was${index}`).join(' ')
  const after = Array.from({ length: 100_000 }, (_, index) => `is${index}`).join(' ')
  expect(wordChanges(before, after).map(({ kind }) => kind)).toEqual(['gone', 'new'])
})
