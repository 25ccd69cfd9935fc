import { describe, expect, it } from 'vitest'
import { failedOutput, stepLine } from '../../../build/proof/report.mjs'
import { chooseSteps, steps } from '../../../build/proof/steps.mjs'

const choose = (...args: string[]) => {
  const asked = chooseSteps(args)
  return asked.ok
    ? { parts: asked.chosen.map((step) => step.part), tool: asked.toolArguments }
    : asked.message
}

describe('npm test', () => {
  it('runs every step when asked for nothing in particular', () => {
    expect(choose()).toEqual({ parts: steps.map((step) => step.part), tool: [] })
  })

  it('runs the parts that are named, in their usual order', () => {
    expect(choose('unit', 'lint')).toEqual({ parts: ['lint', 'unit'], tool: [] })
  })

  it('hands the rest to the tool of a single part', () => {
    expect(choose('e2e', 'notes.spec.ts', '--headed')).toEqual({
      parts: ['e2e'],
      tool: ['notes.spec.ts', '--headed'],
    })
  })

  it('refuses what is no part', () => {
    expect(choose('units')).toContain('"units" is no part of the tests')
    expect(choose('unit', 'e2e', 'notes')).toContain('"notes"')
  })

  it('puts every step after those it needs', () => {
    for (const [index, step] of steps.entries()) {
      const before = steps.slice(0, index).map((other) => other.part)
      expect(before).toEqual(expect.arrayContaining(step.after))
    }
  })
})

describe('the report', () => {
  const result = { counts: { passed: 3, failed: 0, skipped: 0 }, output: 'all of it', tookMs: 1234 }

  it('gives a step that passed one line', () => {
    expect(stepLine('unit tests', result)).toMatch(/^✓ unit tests +1\.2 s +3 passed$/)
  })

  it('tells what failed and what was skipped', () => {
    const counts = { passed: 3, failed: 1, skipped: 2 }
    expect(stepLine('unit tests', { ...result, counts })).toMatch(/^✗ .*3 passed, 1 failed, 2 skipped$/)
  })

  it('shows the whole output of a step that failed', () => {
    expect(failedOutput('types', 'a.ts: wrong\n')).toContain('\na.ts: wrong\n')
  })
})
