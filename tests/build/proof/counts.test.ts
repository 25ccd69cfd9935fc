import { describe, expect, it } from 'vitest'
import { checkCounts, playwrightCounts, sumCounts, vitestCounts } from '../../../build/proof/counts.mjs'

const vitest = (passed: number, failed: number, skipped = 0) =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: skipped,
    numTodoTests: 0,
  })
const playwright = (expected: number, unexpected: number, flaky = 0, skipped = 0) =>
  JSON.stringify({ stats: { expected, unexpected, flaky, skipped } })

describe('the counts of a step', () => {
  it('are one for a check', () => {
    expect(checkCounts(0)).toEqual({ passed: 1, failed: 0, skipped: 0 })
    expect(checkCounts(2)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  it('are what the tool reports', () => {
    expect(vitestCounts(vitest(456, 2, 1), 1)).toEqual({ passed: 456, failed: 2, skipped: 1 })
    expect(playwrightCounts(playwright(20, 1, 0, 3), 1)).toEqual({ passed: 20, failed: 1, skipped: 3 })
  })

  it('count a flaky test as failed', () => {
    expect(playwrightCounts(playwright(5, 0, 1), 0)).toEqual({ passed: 5, failed: 1, skipped: 0 })
  })

  it('hold a failure when the tool failed but no test did', () => {
    expect(vitestCounts(vitest(10, 0), 1)).toEqual({ passed: 10, failed: 1, skipped: 0 })
    expect(playwrightCounts(playwright(3, 0), 1).failed).toBe(1)
  })

  it.each(['', 'no JSON', 'null', '[]', '{"stats":null}'])(
    'hold a failure when the report says nothing: %j',
    (report) => {
      expect(vitestCounts(report, 0).failed).toBe(1)
      expect(playwrightCounts(report, 0).failed).toBe(1)
    },
  )

  it('add up', () => {
    expect(sumCounts([checkCounts(0), checkCounts(1), { passed: 5, failed: 2, skipped: 1 }])).toEqual({
      passed: 6,
      failed: 3,
      skipped: 1,
    })
  })
})
