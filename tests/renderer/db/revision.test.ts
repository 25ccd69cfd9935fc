import fc from 'fast-check'
import { expect, test } from 'vitest'
import { revisionOf } from '../../../renderer/db/revision.ts'

test('is a whole number from 1 that a double holds exactly, and the same for the same text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const revision = revisionOf(text)
      return Number.isSafeInteger(revision) && revision > 0 && revisionOf(`${text}`) === revision
    }),
  )
})

test('differs for twenty thousand texts that differ in little', () => {
  const base = 'A summary of some length, as an episode has one. '.repeat(4)
  const revisions = new Set<number>()
  for (let index = 0; index < 20_000; index += 1) revisions.add(revisionOf(`${base}${index}`))
  expect(revisions.size).toBe(20_000)
})

test('uses its 53 bits: of many texts each bit is set in about half', () => {
  const set = new Array<number>(53).fill(0)
  for (let index = 0; index < 4000; index += 1) {
    const bits = revisionOf(`episode ${index}`).toString(2).padStart(53, '0')
    for (let bit = 0; bit < 53; bit += 1) if (bits[bit] === '1') set[bit] = (set[bit] ?? 0) + 1
  }
  for (const count of set) expect(Math.abs(count - 2000)).toBeLessThan(250)
})

test('each letter counts, wherever it stands and whatever its width', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'é', '夜', '🎧'), { minLength: 1, maxLength: 300 })
  fc.assert(
    fc.property(text, fc.nat(), (letters, at) => {
      const index = at % letters.length
      const other = letters.with(index, letters[index] === 'a' ? 'b' : 'a')
      return revisionOf(letters.join('')) !== revisionOf(other.join(''))
    }),
  )
})

test('a text longer than all before it is taken whole', () => {
  const long = 'x'.repeat(200_000)
  expect(revisionOf(`${long}a`)).not.toBe(revisionOf(`${long}b`))
  expect(revisionOf('')).not.toBe(revisionOf('\0'))
})
