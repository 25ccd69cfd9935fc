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

it('is the text that earlier versions wrote, by which rows of equal stamps are told apart', () => {
  const isObject = (part: unknown): part is object =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
  const asBefore = (value: unknown): string =>
    JSON.stringify(value, (_name, part: unknown) =>
      isObject(part)
        ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
        : part,
    )
  const names = fc.oneof(fc.string(), fc.constantFrom('__proto__', '10', '9', 'toJSON', 'length'))
  const { any } = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(null, undefined, -0, 1e21, Number.NaN, '\ud800', true),
      fc.date({ noInvalidDate: true }),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(names, tie('any'), { maxKeys: 4 }),
    ),
  }))
  fc.assert(
    fc.property(any, (value) => {
      expect(canonicalJson([value])).toBe(asBefore([value]))
    }),
  )
})
