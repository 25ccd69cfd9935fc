import { expect, it } from 'vitest'
import { createSpeed } from '../../../electron/downloads/speed.ts'

it('says nothing before a second has passed', () => {
  const speed = createSpeed(0)
  speed.note(1000, 100)
  expect(speed.at(900)).toBeNull()
  expect(speed.at(1000)).toBe(1000)
})

it('follows the last seconds, and falls to nothing when nothing comes', () => {
  const speed = createSpeed(0)
  for (let atMs = 0; atMs < 20_000; atMs += 10) speed.note(atMs < 10_000 ? 10 : 100, atMs)
  expect(speed.at(20_000)).toBeCloseTo(10_000, -2)
  expect(speed.at(22_500)).toBeCloseTo(5_000, -2)
  expect(speed.at(26_000)).toBe(0)
})
