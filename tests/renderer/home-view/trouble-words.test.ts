import { expect, test } from 'vitest'
import { setBackBy } from '../../../renderer/home-view/clock.ts'
import { clockText, heldUp, wayText } from '../../../renderer/home-view/trouble-words.ts'
import type { HomeTroubleCode } from '../../../shared/kept/home.ts'
import { madeStanding } from './made-standing.ts'

const saved = { kind: 'saved' } as const
const notSaved = { kind: 'not-saved', problem: { code: 'timeout', message: 'The disk is silent.' } } as const
const inTrouble = (code: HomeTroubleCode, isDefault: boolean) =>
  madeStanding({ isDefault, trouble: { code, message: `It is ${code}.`, since: '2026-03-02T09:30:00.000Z' } })

test('nothing is held up while all is saved or on its way', () => {
  expect(heldUp(madeStanding(), saved)).toBeNull()
  expect(heldUp(null, { kind: 'saving' })).toBeNull()
})

test('the second home says itself why it takes nothing; what it cannot know the page says', () => {
  expect(heldUp(inTrouble('full', true), notSaved)?.message).toBe('It is full.')
  expect(heldUp(madeStanding(), notSaved)).toEqual({ message: 'The disk is silent.', ways: ['again'] })
})

test('the data folder is offered where it can help: for a home elsewhere, or for one that is gone from there', () => {
  expect(heldUp(inTrouble('full', true), saved)?.ways).toEqual(['again', 'other-folder'])
  expect(heldUp(inTrouble('full', false), saved)?.ways).toEqual(['again', 'other-folder', 'here'])
  expect(heldUp(inTrouble('missing', true), saved)?.ways).toContain('here')
  expect(wayText('here', inTrouble('missing', true))).toBe('Make it anew')
  expect(wayText('here', inTrouble('missing', false))).toBe('Keep it on this computer')
})

test('a clock that went back is told of, one that is set right by seconds is not', () => {
  const at = Date.parse('2026-03-02T09:30:00.000Z')
  expect(setBackBy(at, at - 60_000)).toBeNull()
  expect(setBackBy(at, at + 86_400_000)).toBeNull()
  expect(setBackBy(at, at - 3 * 3_600_000)).toBe(3 * 3_600_000)
  expect(clockText(3 * 3_600_000)).toMatch(/^The clock of this computer went back by about 3 hours\. /)
  expect(clockText(4 * 60_000)).toContain('about 4 minutes.')
  expect(clockText(400 * 86_400_000)).toContain('about 400 days.')
})
