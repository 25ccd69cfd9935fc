import { expect, test } from 'vitest'
import { whenText } from '../../../renderer/outbox/when-text.ts'

const nowMs = new Date(2026, 2, 10, 9, 30).getTime()
const minuteMs = 60_000
const at = (ms: number) => whenText(nowMs + ms, nowMs)

test('tells what comes soon by how long it takes, and the rest by its time', () => {
  expect(at(-5000)).toBe('in less than a minute')
  expect(at(minuteMs)).toBe('in less than a minute')
  expect(at(2 * minuteMs)).toBe('in 2 minutes')
  expect(at(59 * minuteMs)).toBe('in 59 minutes')
  expect(at(90 * minuteMs)).toBe('at 11:00')
  expect(at(24 * 60 * minuteMs)).toMatch(/^on Wednesday,? 11 March at 09:30$/)
})
