import { expect, test } from 'vitest'
import { afterEvent, type RequestEvent } from '../../../renderer/db/request-state.ts'
import {
  type RequestState,
  requestStates,
  type TranscriptionRequest,
} from '../../../shared/models/transcription-request.ts'

const problem = { code: 'server-error', message: 'It broke.' } as const
const events: RequestEvent[] = [
  { kind: 'send' },
  { kind: 'accept' },
  { kind: 'fail', problem },
  { kind: 'postpone', problem, nextAttemptAtMs: 5000 },
  { kind: 'release' },
  { kind: 'cancel' },
  { kind: 'retry' },
]

/** Written out beside the table, so that a slip in either shows. */
const legal = new Map<string, RequestState>([
  ['waiting send', 'sending'],
  ['waiting cancel', 'cancelled'],
  ['sending accept', 'accepted'],
  ['sending fail', 'failed'],
  ['sending postpone', 'waiting'],
  ['sending release', 'waiting'],
  ['failed retry', 'waiting'],
  ['failed cancel', 'cancelled'],
])

function made(state: RequestState): TranscriptionRequest {
  return {
    id: '0198b2c0-0000-7000-8000-000000000000',
    episodeId: 'night/a',
    episodeTitle: 'Episode a',
    podcastTitle: 'Night',
    state,
    attempts: 2,
    nextAttemptAtMs: 1000,
    problem: { code: 'rate-limited', message: 'Too many.' },
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  }
}

const now = '2026-01-02T00:00:00.000Z'
const pairs = requestStates.flatMap((state) => events.map((event) => [state, event.kind, event] as const))

test.each(pairs.filter(([state, kind]) => legal.has(`${state} ${kind}`)))(
  '%s: %s is possible',
  (state, kind, event) => {
    const request = made(state)
    const after = afterEvent(request, event, now)
    expect(after).toMatchObject({ id: request.id, state: legal.get(`${state} ${kind}`), updatedAt: now })
  },
)

test.each(pairs.filter(([state, kind]) => !legal.has(`${state} ${kind}`)))(
  '%s: %s is impossible',
  (state, _kind, event) => {
    expect(afterEvent(made(state), event, now)).toBeNull()
  },
)

test('being offline is no try, and keeps the time and the reason of the last one', () => {
  const request = made('sending')
  expect(afterEvent(request, { kind: 'release' }, now)).toEqual({
    ...request,
    state: 'waiting',
    updatedAt: now,
  })
})

test('a postponed one counts its try and knows when the next is', () => {
  expect(
    afterEvent(made('sending'), { kind: 'postpone', problem, nextAttemptAtMs: 5000 }, now),
  ).toMatchObject({
    attempts: 3,
    nextAttemptAtMs: 5000,
    problem,
  })
})

test('tried again by the person, it starts afresh under the same id', () => {
  expect(afterEvent(made('failed'), { kind: 'retry' }, now)).toMatchObject({
    attempts: 0,
    nextAttemptAtMs: 0,
    problem: null,
  })
})
