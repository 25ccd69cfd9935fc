import { describe, expect, test } from 'vitest'
import { afterEvent, type RequestEvent } from '../../../renderer/db/request-state.ts'
import { compareStamps } from '../../../shared/models/stamp.ts'
import {
  type RequestState,
  requestStates,
  type TranscriptionRequest,
  transcriptionRequestSchema,
} from '../../../shared/models/transcription-request.ts'
import { madeLooking, madeRequest } from '../outbox/made-request.ts'

const problem = { code: 'server-error', message: 'It broke.' } as const
type EventsByKind = { [Kind in RequestEvent['kind']]: Extract<RequestEvent, { kind: Kind }> }
const events: EventsByKind = {
  send: { kind: 'send' },
  accept: { kind: 'accept', nextLookAtMs: 6000 },
  fail: { kind: 'fail', problem },
  postpone: { kind: 'postpone', problem, nextAttemptAtMs: 5000 },
  release: { kind: 'release' },
  cancel: { kind: 'cancel' },
  look: { kind: 'look', seenState: 'queued', nextLookAtMs: 7000 },
  miss: { kind: 'miss', problem, nextLookAtMs: 8000 },
  vanish: { kind: 'vanish', problem },
  arrive: { kind: 'arrive' },
  tell: { kind: 'tell' },
  'look-again': { kind: 'look-again' },
  ask: { kind: 'ask' },
  remove: { kind: 'remove' },
  'put-back': { kind: 'put-back' },
}

/** Written out beside the code's table, so that a slip in either shows. */
const legal = new Map<string, RequestState>([
  ['waiting send', 'sending'],
  ['waiting cancel', 'cancelled'],
  ['waiting arrive', 'ready'],
  ['sending accept', 'accepted'],
  ['sending fail', 'failed'],
  ['sending postpone', 'waiting'],
  ['sending release', 'waiting'],
  ['accepted look', 'processing'],
  ['accepted miss', 'accepted'],
  ['accepted vanish', 'failed'],
  ['accepted arrive', 'ready'],
  ['accepted look-again', 'accepted'],
  ['processing look', 'processing'],
  ['processing miss', 'processing'],
  ['processing vanish', 'failed'],
  ['processing arrive', 'ready'],
  ['processing look-again', 'processing'],
  ['ready tell', 'ready'],
  ['ready ask', 'waiting'],
  ['ready remove', 'ready'],
  ['ready put-back', 'ready'],
  ['failed ask', 'waiting'],
  ['failed arrive', 'ready'],
  ['failed remove', 'failed'],
  ['failed put-back', 'failed'],
  ['cancelled ask', 'waiting'],
  ['cancelled remove', 'cancelled'],
  ['cancelled put-back', 'cancelled'],
])

function made(state: RequestState, change: Partial<TranscriptionRequest> = {}): TranscriptionRequest {
  const isLookedAt = state === 'accepted' || state === 'processing'
  return madeRequest({
    state,
    attempts: 2,
    nextAttemptAtMs: 1000,
    problem: { code: 'rate-limited', message: 'Too many.' },
    looking: isLookedAt ? madeLooking({ sinceMs: 500, looks: 3, nextLookAtMs: 900, seenState: 'new' }) : null,
    ...change,
  })
}

const now = '2026-04-02T00:00:00.000Z'
const nowMs = Date.parse(now)
const pairs = requestStates.flatMap((state) =>
  Object.values(events).map((event) => [state, event.kind, event] as const),
)

describe('every pair of a state and an event', () => {
  test.each(pairs.filter(([state, kind]) => legal.has(`${state} ${kind}`)))(
    '%s: %s is possible',
    (state, kind, event) => {
      const request = made(state)
      const after = afterEvent(request, event, now)
      expect(after).toMatchObject({
        id: request.id,
        episodeId: request.episodeId,
        createdAt: request.createdAt,
        state: legal.get(`${state} ${kind}`),
        updatedAt: now,
      })
      expect(transcriptionRequestSchema.parse(after)).toEqual(after)
      const setBack = afterEvent(request, event, '2020-01-01T00:00:00.000Z')
      expect(compareStamps(setBack?.updatedAt ?? '', request.updatedAt)).toBe(1)
    },
  )

  test.each(pairs.filter(([state, kind]) => !legal.has(`${state} ${kind}`)))(
    '%s: %s is impossible',
    (state, _kind, event) => {
      expect(afterEvent(made(state), event, now)).toBeNull()
    },
  )

  test('all of them were tried', () => {
    expect(pairs).toHaveLength(7 * 15)
    const tried = new Set(pairs.map(([state, kind]) => `${state} ${kind}`))
    expect([...legal.keys()].filter((pair) => !tried.has(pair))).toEqual([])
  })

  test.each(pairs.filter(([state, kind]) => legal.has(`${state} ${kind}`)))(
    '%s: after %s its episode is looked at only while it is with the service',
    (state, _kind, event) => {
      const after = afterEvent(made(state), event, now)
      const isWithService = after?.state === 'accepted' || after?.state === 'processing'
      expect(after?.looking !== null).toBe(isWithService)
    },
  )
})

test('being offline is no try, and keeps the time and the reason of the last one', () => {
  const request = made('sending')
  expect(afterEvent(request, events.release, now)).toEqual({ ...request, state: 'waiting', updatedAt: now })
})

test('a postponed one counts its try and knows when the next is', () => {
  expect(afterEvent(made('sending'), events.postpone, now)).toMatchObject({
    attempts: 3,
    nextAttemptAtMs: 5000,
    problem,
  })
})

test('an accepted one forgets what went wrong, and is looked at from now on', () => {
  expect(afterEvent(made('sending'), events.accept, now)).toMatchObject({
    problem: null,
    looking: { sinceMs: nowMs, looks: 0, nextLookAtMs: 6000, seenState: null },
  })
})

test('a look that found it unprocessed is counted, and keeps the service’s own word', () => {
  expect(afterEvent(made('accepted'), events.look, now)).toMatchObject({
    problem: null,
    looking: { sinceMs: 500, looks: 4, nextLookAtMs: 7000, seenState: 'queued' },
  })
})

test('a look that brought nothing is counted, and keeps what was seen before', () => {
  expect(afterEvent(made('processing'), events.miss, now)).toMatchObject({
    problem,
    looking: { sinceMs: 500, looks: 4, nextLookAtMs: 8000, seenState: 'new' },
  })
})

test('a clock that was set back does not make the two weeks longer', () => {
  const ahead = made('accepted', { looking: madeLooking({ sinceMs: nowMs + 1_000_000 }) })
  expect(afterEvent(ahead, events.look, now)).toMatchObject({ looking: { sinceMs: nowMs } })
})

test('looked at again as the person wished, its two weeks begin anew, at once', () => {
  const parked = made('processing', {
    looking: madeLooking({ looks: 64, nextLookAtMs: null, seenState: 'queued' }),
  })
  expect(afterEvent(parked, events['look-again'], now)).toMatchObject({
    problem: null,
    looking: { sinceMs: nowMs, looks: 0, nextLookAtMs: 0, seenState: 'queued' },
  })
})

test('one that became ready is to be told of, once', () => {
  const ready = afterEvent(made('processing', { told: true }), events.arrive, now)
  expect(ready).toMatchObject({ told: false, problem: null })
  expect(ready && afterEvent(ready, events.tell, now)).toMatchObject({ told: true })
})

test.each(['failed', 'cancelled', 'ready'] as const)(
  'asked for once more when it was %s, it starts afresh under the same key, behind those asked for before',
  (state) => {
    const request = made(state)
    expect(afterEvent(request, events.ask, now)).toEqual({
      ...request,
      state: 'waiting',
      askedAt: now,
      updatedAt: now,
      attempts: 0,
      nextAttemptAtMs: 0,
      problem: null,
      removedAt: null,
    })
  },
)

test.each(['failed', 'cancelled', 'ready'] as const)(
  'taken off the list when it was %s, it is there as it was, and is on the list again once that is undone or it is asked for',
  (state) => {
    const request = made(state)
    const removed = afterEvent(request, events.remove, now)
    expect(removed).toEqual({ ...request, removedAt: now, updatedAt: now })
    if (removed === null) return
    const putBack = afterEvent(removed, events['put-back'], now)
    expect(putBack).toEqual({ ...removed, removedAt: null, updatedAt: expect.any(String) })
    expect(afterEvent(removed, events.ask, now)).toMatchObject({ state: 'waiting', removedAt: null })
  },
)
