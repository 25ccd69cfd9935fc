import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from '../../../shared/kept/canonical-json.ts'

it('is the same text whatever the order of names, at any depth', () => {
  expect(canonicalJson({ b: { d: [{ f: 1, e: 2 }], c: 3 }, a: null })).toBe(
    canonicalJson({ a: null, b: { c: 3, d: [{ e: 2, f: 1 }] } }),
  )
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]))
})

it('says all that JSON says, of hostile names and half characters too', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('__proto__', '\ud800', '\0', '\u2028', '1'),
  )
  fc.assert(
    fc.property(
      fc.dictionary(hostile, fc.oneof(fc.jsonValue({ maxDepth: 2 }), hostile), { maxKeys: 5 }),
      (value) => {
        const text = canonicalJson(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      },
    ),
  )
})
