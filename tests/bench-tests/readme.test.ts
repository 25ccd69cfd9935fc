import { expect, test } from 'vitest'
import { betweenMarkers } from '../bench/readme.ts'

const document = 'before\n<!-- bench sync: begin -->\nold\n<!-- bench sync: end -->\nafter\n'

test('what stands between the markers is replaced, and nothing else', () => {
  expect(betweenMarkers(document, 'sync', 'new')).toBe(
    'before\n<!-- bench sync: begin -->\nnew\n<!-- bench sync: end -->\nafter\n',
  )
})

test('writing the same again changes nothing', () => {
  const once = betweenMarkers(document, 'sync', 'new')
  expect(betweenMarkers(once, 'sync', 'new')).toBe(once)
})

test('a document without the markers is left alone', () => {
  expect(() => betweenMarkers('no markers', 'sync', 'new')).toThrow('sync')
})
