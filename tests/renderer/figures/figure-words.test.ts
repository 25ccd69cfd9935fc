import { expect, test } from 'vitest'
import { axisText, axisTop } from '../../../renderer/figures/axis.ts'
import { chartText, lengthText } from '../../../renderer/figures/figure-words.ts'

test('lengths are told in hours and minutes', () => {
  expect([0, 20, 60, 2700, 3600, 12_000, 7_200_000].map(lengthText)).toEqual([
    '0 min',
    'under a minute',
    '1 min',
    '45 min',
    '1 h',
    '3 h 20 min',
    '2,000 h',
  ])
})

test('an axis ends above all it shows, at something that reads well', () => {
  expect([0, 599, 601, 5000, 11 * 3600, 75 * 3600].map((most) => axisText(axisTop(most)))).toEqual([
    '10 m',
    '10 m',
    '20 m',
    '1.5 h',
    '20 h',
    '80 h',
  ])
})

test('the picture is told in words', () => {
  const bucket = (name: string) => ({ firstDay: name, lastDay: name, label: name, name })
  const bars = [
    { bucket: bucket('Mon'), seconds: 600 },
    { bucket: bucket('Tue'), seconds: 3000 },
  ]
  expect(chartText({ bars, heardSeconds: 3600 })).toBe('Heard in all: 1 h. Most: Tue, 50 min.')
})
