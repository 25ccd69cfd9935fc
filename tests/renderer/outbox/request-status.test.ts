import { expect, test } from 'vitest'
import { requestStatus } from '../../../renderer/outbox/request-status.ts'
import type { TranscriptionRequest } from '../../../shared/models/transcription-request.ts'
import { madeRequest } from './made-request.ts'

const problem = { code: 'server-error', message: 'The service broke.' } as const
const status = (change: Partial<TranscriptionRequest>, online = true) =>
  requestStatus(madeRequest(change), online, 1000, (atMs) => `${atMs / 1000} s`)

test('says for what a waiting request waits', () => {
  expect(status({}).words).toBe('Waiting to be sent')
  expect(status({}, false).words).toBe('Waiting, and sent once you are online')
  expect(status({ nextAttemptAtMs: 9000, problem })).toMatchObject({
    words: 'Waiting, and sent again at 9 s',
    reason: 'The service broke.',
  })
})

test('gives a failed one its reason, and a settled one no old one', () => {
  expect(status({ state: 'failed', problem })).toMatchObject({
    words: 'Failed',
    reason: 'The service broke.',
  })
  expect(status({ state: 'cancelled', problem }).reason).toBeNull()
})
