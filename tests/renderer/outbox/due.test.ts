import { expect, test } from 'vitest'
import { nextRequest } from '../../../renderer/outbox/due.ts'
import type { ProblemCode } from '../../../shared/result.ts'
import { madeRequest } from './made-request.ts'

const nowMs = Date.UTC(2026, 2, 10)
const postponed = (byMs: number, code: ProblemCode = 'server-error') =>
  madeRequest({ nextAttemptAtMs: nowMs + byMs, problem: { code, message: '' } })

test('the one asked for first is next', () => {
  const first = madeRequest()
  expect(nextRequest([first, madeRequest()], nowMs)).toEqual({ kind: 'now', request: first })
  expect(nextRequest([], nowMs)).toEqual({ kind: 'none' })
})

test('one that waits for its time does not hold up those after it', () => {
  const second = madeRequest()
  expect(nextRequest([postponed(1000), second], nowMs)).toEqual({ kind: 'now', request: second })
})

test('“too many requests” is meant for all', () => {
  const waiting = [madeRequest(), postponed(60_000, 'rate-limited'), madeRequest()]
  expect(nextRequest(waiting, nowMs)).toEqual({ kind: 'later', atMs: nowMs + 60_000 })
  expect(nextRequest(waiting, nowMs + 60_000)).toEqual({ kind: 'now', request: waiting[0] })
})

test('when all wait for their time, it is the earliest', () => {
  expect(nextRequest([postponed(3000), postponed(1000)], nowMs)).toEqual({
    kind: 'later',
    atMs: nowMs + 1000,
  })
})

test('a time from before the clock was set back by a year does not count', () => {
  const request = postponed(365 * 24 * 3_600_000, 'rate-limited')
  expect(nextRequest([request], nowMs)).toEqual({ kind: 'now', request })
})
