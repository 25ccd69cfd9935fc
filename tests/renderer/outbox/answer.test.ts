import { expect, test } from 'vitest'
import { eventOfProblem } from '../../../renderer/outbox/answer.ts'
import { type ProblemCode, problemCodes } from '../../../shared/result.ts'
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
  release: ['unreachable', 'cancelled'],
  postpone: [
    'timeout',
    'rate-limited',
    'server-error',
    'unreadable',
    'too-large',
    'file',
    'disk-full',
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

test('never comes earlier than it was asked to, and then nothing else does', () => {
  const waits = { nextAttemptAtMs: nowMs + 90_000, heldUntilMs: nowMs + 90_000 }
  expect(answerTo('rate-limited', 0, least, 90)).toMatchObject(waits)
  expect(answerTo('server-error', 9, least, 90)).toMatchObject(waits)
})

test('“too many requests” is meant for all, a broken answer for its own request', () => {
  expect(answerTo('rate-limited')).toMatchObject({
    nextAttemptAtMs: nowMs + 5000,
    heldUntilMs: nowMs + 5000,
  })
  expect(answerTo('server-error')).toMatchObject({ nextAttemptAtMs: nowMs + 5000, heldUntilMs: 0 })
})

test('after many tries it is left to the person, with the last reason', () => {
  expect(answerTo('server-error', 14).kind).toBe('postpone')
  expect(answerTo('server-error', 15)).toEqual({
    kind: 'fail',
    problem: { code: 'server-error', message: 'Because.' },
  })
})
