import { expect, test } from 'vitest'
import { nextJob } from '../../../renderer/outbox/due.ts'
import { requestStates } from '../../../shared/models/transcription-request.ts'
import { madeLooking, madeRequest } from './made-request.ts'

const nowMs = Date.UTC(2026, 2, 10)
const postponed = (byMs: number) => madeRequest({ nextAttemptAtMs: nowMs + byMs })
const lookedAt = (inMs: number | null, state: 'accepted' | 'processing' = 'accepted') =>
  madeRequest({ state, looking: madeLooking({ nextLookAtMs: inMs === null ? null : nowMs + inMs }) })

test('the one asked for first is sent first', () => {
  const first = madeRequest()
  expect(nextJob([first, madeRequest()], nowMs, 0)).toEqual({ kind: 'send', request: first })
  expect(nextJob([], nowMs, 0)).toEqual({ kind: 'none' })
})

test('one that waits for its time does not hold up those after it', () => {
  const second = madeRequest()
  expect(nextJob([postponed(1000), second], nowMs, 0)).toEqual({ kind: 'send', request: second })
})

test('sending comes before looking, and looking when its time has come', () => {
  const look = lookedAt(-1000)
  const processing = lookedAt(-500, 'processing')
  const waiting = madeRequest()
  expect(nextJob([look, waiting], nowMs, 0)).toEqual({ kind: 'send', request: waiting })
  expect(nextJob([postponed(1000), look, processing], nowMs, 0)).toEqual({ kind: 'look', request: look })
  expect(nextJob([lookedAt(9000), processing], nowMs, 0)).toEqual({ kind: 'look', request: processing })
})

test('a service that asked to be left alone is, by all of them, looks too', () => {
  const open = [madeRequest(), postponed(60_000), lookedAt(0)]
  const restUntilMs = nowMs + 90_000
  expect(nextJob(open, nowMs, restUntilMs)).toEqual({ kind: 'later', atMs: restUntilMs })
  expect(nextJob(open, restUntilMs, restUntilMs)).toEqual({ kind: 'send', request: open[0] })
})

test('when all wait for their time, it is the earliest', () => {
  expect(nextJob([postponed(3000), postponed(1000), lookedAt(2000)], nowMs, 0)).toEqual({
    kind: 'later',
    atMs: nowMs + 1000,
  })
})

test('one whose two weeks are over is not looked at', () => {
  expect(nextJob([lookedAt(null)], nowMs, 0)).toEqual({ kind: 'none' })
})

test('nothing is done for one that is settled, or being sent', () => {
  const busy = ['waiting', 'accepted', 'processing']
  for (const state of requestStates.filter((state) => !busy.includes(state))) {
    expect(nextJob([madeRequest({ state })], nowMs, 0)).toEqual({ kind: 'none' })
  }
})

test('a time from before the clock was set back by a year does not count', () => {
  const yearMs = 365 * 24 * 3_600_000
  const request = postponed(yearMs)
  expect(nextJob([request], nowMs, nowMs + yearMs)).toEqual({ kind: 'send', request })
  const look = lookedAt(yearMs)
  expect(nextJob([look], nowMs, 0)).toEqual({ kind: 'look', request: look })
})
