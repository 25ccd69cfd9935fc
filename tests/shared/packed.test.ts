import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pack, unpack, unpackToPassOn } from '../../shared/packed.ts'

test('a value that is packed with parts that were unpacked to be passed on unpacks to the same', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()), (value, list) => {
      const whole = { ...value, list }
      const passedOn = { ...value, list: unpackToPassOn(pack(list)) }
      expect(unpack(pack(passedOn))).toEqual(JSON.parse(JSON.stringify(whole)))
    }),
  )
})

test('such a part goes on as the text it came as', () => {
  const list = unpackToPassOn(pack(['tea']))
  list.push('changed, which nobody should do')
  expect(pack({ list })).toBe('{"list":["tea"]}')
})

test('a property without a value is left out, as JSON does', () => {
  const list = unpackToPassOn(pack([1]))
  expect(pack({ list, nothing: undefined })).toBe('{"list":[1]}')
})
