import { expect, test } from 'vitest'
import { dayFigures, outageFigures } from './figures.ts'
import { simulate } from './fleet.ts'
import type { ScenarioName } from './scenario.ts'
import { addTally, meanRate, newTally } from './tally.ts'

// A short slice; `npm run simulate -- fleet` is the whole proof.
const installations = 700
const slice = (scenario: ScenarioName) => ({
  tally: simulate({ scenario, seed: 7, from: 0, until: installations }),
  installations,
})

test('over a day the load stays within 1.2 of its mean, and most of it is 304', () => {
  const figures = dayFigures(slice('day'))
  expect(figures.filter(({ ok }) => ok === false)).toEqual([])
  const share = figures.find(({ metric }) => metric === 'share answered 304')
  expect(share?.value).toBeGreaterThan(80)
})

test('after an hour’s outage, of whichever kind, the load stays within 1.5 of the mean', () => {
  const mean = meanRate(slice('day').tally) / installations
  for (const name of ['refuses', 'fails', 'holds'] as const) {
    const outage = slice(name)
    const figures = outageFigures(name, outage, mean)
    expect(figures.filter(({ ok }) => ok === false)).toEqual([])
    // It was away, and it was noticed.
    expect(outage.tally.failed).toBeGreaterThan(installations)
  }
})

test('the same seed gives the same day, in parts as in one', () => {
  const whole = simulate({ scenario: 'refuses', seed: 3, from: 0, until: 40 })
  const sum = newTally(whole.perSecond.length * 1000)
  for (const from of [0, 25]) {
    addTally(sum, simulate({ scenario: 'refuses', seed: 3, from, until: from === 0 ? 25 : 40 }))
  }
  expect(sum).toEqual(whole)
  expect(simulate({ scenario: 'refuses', seed: 4, from: 0, until: 40 })).not.toEqual(whole)
})
