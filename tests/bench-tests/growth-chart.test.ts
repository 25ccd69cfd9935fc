import { expect, test } from 'vitest'
import { growthChart } from '../bench/growth/growth-chart.ts'
import { logScale } from '../bench/growth/log-scale.ts'

test('equal factors are equal distances, between round numbers', () => {
  const { place, ticks } = logScale([12, 120], [0, 200])
  expect(ticks).toEqual([10, 20, 50, 100, 200])
  expect(place(100) - place(10)).toBeCloseTo(place(200) - place(20))
  expect(place(10)).toBeCloseTo(0)
  expect(place(200)).toBeCloseTo(200)
})

test('one value alone has its place', () => {
  expect(Number.isFinite(logScale([1000], [0, 200]).place(1000))).toBe(true)
})

test('each measured value stands in the picture by its number, and what cannot stand in XML is escaped', () => {
  const points = [
    { size: 1000, value: 12.34, yardstick: 3 },
    { size: 10_000, value: 56, yardstick: null },
  ]
  const svg = growthChart([{ title: 'A < B & C', unit: 'ms', points }])
  expect(svg).toContain('>12.3 ms</text>')
  expect(svg).toContain('>56 ms</text>')
  expect(svg).toContain('>10,000</text>')
  expect(svg).toContain('A &lt; B &amp; C')
  expect(svg).toMatch(/^<svg [\s\S]*<\/svg>\n$/)
})

test('what was not measured has no panel', () => {
  expect(growthChart([{ title: 'Nothing', unit: '', points: [] }])).not.toContain('Nothing')
})
