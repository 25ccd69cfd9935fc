import { expect, test } from 'vitest'
import { placesOfLines, placesOfRows } from '../../../renderer/library/row-places.ts'

test('rows of one height follow one another', () => {
  const { topOf, rowAt } = placesOfRows(34)
  expect([topOf(0), topOf(3)]).toEqual([0, 102])
  expect([rowAt(-1), rowAt(0), rowAt(33), rowAt(34)]).toEqual([0, 0, 0, 1])
})

test('of lines of several heights each is found where it stands, the last one also below all', () => {
  const { topOf, rowAt } = placesOfLines(Float64Array.of(0, 44, 114, 184), 70)
  expect([topOf(0), topOf(1), topOf(3), topOf(9)]).toEqual([0, 44, 184, 184])
  expect([rowAt(0), rowAt(43), rowAt(44), rowAt(113), rowAt(114), rowAt(500)]).toEqual([0, 0, 1, 1, 2, 2])
})

test('where there are no lines the first place is meant', () => {
  const { topOf, rowAt } = placesOfLines(Float64Array.of(0), 70)
  expect([topOf(0), rowAt(0), rowAt(100)]).toEqual([0, 0, 0])
})
