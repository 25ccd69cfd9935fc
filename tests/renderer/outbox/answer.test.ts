import { expect, test } from 'vitest'
import { eventOfProblem, quietSeconds } from '../../../renderer/outbox/answer.ts'
import { type Problem, type ProblemCode, problemCodes } from '../../../shared/result.ts'
import { madeRequest } from './made-request.ts'

const nowMs = 1_000_000
const least = () => 0
const most = () => 1

const answerTo = (code: ProblemCode, attempts = 0, random = most, retryAfterSeconds?: number) =>
  eventOfProblem(
    madeRequest({ state: 'sending', attempts }),
    { code, message: 'Because.', ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) },
    nowMs,
    random,
  )

const fates: Record<'release' | 'postpone' | 'fail', ProblemCode[]> = {
  release: ['unreachable', 'cancelled', 'held'],
  postpone: [
    'timeout',
    'rate-limited',
    'server-error',
    'unreadable',
    'too-large',
    'file',
    'disk-full',
    'second-home',
    'internal',
  ],
  fail: [
    'bad-address',
    'blocked-address',
    'not-found',
    'refused',
    'rejected',
    'not-audio',
    'no-audio',
    'bad-arguments',
  ],
}

test.each(Object.entries(fates).flatMap(([fate, codes]) => codes.map((code) => [code, fate] as const)))(
  '%s: %s',
  (code, fate) => {
    expect(answerTo(code).kind).toBe(fate)
  },
)

test('there is no code whose fate is left open', () => {
  expect(Object.values(fates).flat().sort()).toEqual([...problemCodes].sort())
})

test('waits from nothing up to a time that doubles with each try, and half an hour at most', () => {
  expect(answerTo('server-error', 0, least)).toMatchObject({ nextAttemptAtMs: nowMs })
  const waits = [0, 1, 2, 10].map((attempts) => answerTo('server-error', attempts, most))
  expect(waits.map((event) => event.kind === 'postpone' && event.nextAttemptAtMs - nowMs)).toEqual([
    5_000, 10_000, 20_000, 1_800_000,
  ])
})

test('told to wait, it goes back as it was: no try is counted, and none is the last, however often', () => {
  for (const code of ['held', 'rate-limited', 'server-error'] as const) {
    expect(answerTo(code, 15, most, 90)).toEqual({ kind: 'release' })
  }
})

test('“too many requests” without a time is never the last try either', () => {
  expect(answerTo('rate-limited', 40)).toMatchObject({
    kind: 'postpone',
    nextAttemptAtMs: nowMs + 1_800_000,
  })
})

test('a time goes for everybody only with an answer that is about the service', () => {
  const told = (code: ProblemCode, retryAfterSeconds?: number): Problem =>
    retryAfterSeconds === undefined
      ? { code, message: 'Because.' }
      : { code, message: 'Because.', retryAfterSeconds }
  expect(quietSeconds(told('server-error', 90))).toBe(90)
  expect(quietSeconds(told('server-error'))).toBeNull()
  expect(quietSeconds(told('not-found', 90))).toBeNull()
  // Else it would come back at once, for ever.
  expect(quietSeconds(told('server-error', 0))).toBeNull()
})

test('after many tries it is left to the person, with the last reason', () => {
  expect(answerTo('server-error', 14).kind).toBe('postpone')
  expect(answerTo('server-error', 15)).toEqual({
    kind: 'fail',
    problem: { code: 'server-error', message: 'Because.' },
  })
})
