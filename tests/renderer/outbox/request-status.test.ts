import { expect, test } from 'vitest'
import { requestStatus } from '../../../renderer/outbox/request-status.ts'
import type { TranscriptionRequest } from '../../../shared/models/transcription-request.ts'
import { madeLooking, madeRequest } from './made-request.ts'

const problem = { code: 'timeout', message: 'The service was too slow.' } as const
const nowMs = Date.UTC(2026, 2, 10)
const inMs = (ms: number) => nowMs + ms
const status = (change: Partial<TranscriptionRequest>, online = true) =>
  requestStatus(madeRequest(change), { online, nowMs, heldUntilMs: 0 })

test('says for what a waiting request waits, and how long', () => {
  expect(status({})).toMatchObject({ words: 'Waiting', reason: 'It is sent in a moment.' })
  expect(status({}, false).reason).toBe('It is waiting, and sent once you are online.')
  expect(status({ nextAttemptAtMs: inMs(9000), attempts: 1, problem }).reason).toBe(
    'The service was too slow. It is sent again in less than a minute.',
  )
  const broken = { code: 'server-error', message: 'It has trouble (503); try again later.' } as const
  expect(status({ nextAttemptAtMs: inMs(9000), attempts: 1, problem: broken }).reason).toBe(
    'The service has trouble of its own. It is sent again in less than a minute.',
  )
})

test('says so when it waits because the service asked everybody for it', () => {
  const held = { online: true, nowMs, heldUntilMs: inMs(9 * 60_000) }
  const tried = madeRequest({ nextAttemptAtMs: inMs(20 * 60_000), attempts: 1, problem })
  expect(requestStatus(tried, held).reason).toBe(
    'The service asked to be left alone for a while. It is sent again in 20 minutes.',
  )
  expect(requestStatus(madeRequest(), held).reason).toBe(
    'The service asked to be left alone for a while. It is sent in 9 minutes.',
  )
  expect(requestStatus(madeRequest({ state: 'accepted', looking: madeLooking() }), held).reason).toBe(
    'The service asked to be left alone for a while. Earmark looks again in 9 minutes.',
  )
  const later = madeLooking({ nextLookAtMs: inMs(20 * 60_000) })
  expect(requestStatus(madeRequest({ state: 'accepted', looking: later }), held).reason).toBe(
    'The service accepted it. Earmark looks again in 20 minutes.',
  )
})

test('says of an accepted one when Earmark looks again, and what it saw last', () => {
  const looking = madeLooking({ nextLookAtMs: inMs(5 * 60_000) })
  expect(status({ state: 'accepted', looking })).toMatchObject({
    words: 'Accepted',
    reason: 'The service accepted it. Earmark looks again in 5 minutes.',
  })
  expect(status({ state: 'processing', looking: { ...looking, seenState: 'queued' } })).toMatchObject({
    words: 'Processing',
    reason: 'The service calls the episode “queued”. Earmark looks again in 5 minutes.',
  })
  expect(status({ state: 'accepted', looking }, false).reason).toContain('once you are online')
  expect(status({ state: 'accepted', looking: madeLooking() }).reason).toContain('about to look again')
})

test('says why the last look brought nothing', () => {
  const looking = madeLooking({ nextLookAtMs: inMs(5 * 60_000) })
  expect(status({ state: 'accepted', looking, problem }).reason).toBe(
    'The last look brought nothing: The service was too slow. Earmark looks again in 5 minutes.',
  )
})

test('after two weeks it says that it no longer looks by itself', () => {
  const looking = madeLooking({ nextLookAtMs: null, seenState: 'queued' })
  expect(status({ state: 'processing', looking }).reason).toBe(
    'The service calls the episode “queued”. It was not processed within two weeks, so Earmark no longer looks by itself.',
  )
})

test('gives a failed one its reason, and a settled one no old one', () => {
  expect(status({ state: 'failed', problem })).toMatchObject({
    words: 'Failed',
    reason: 'The service was too slow. Earmark does not ask again by itself.',
  })
  expect(status({ state: 'cancelled', problem }).reason).toBeNull()
  expect(status({ state: 'ready', problem }).reason).not.toContain('slow')
})
