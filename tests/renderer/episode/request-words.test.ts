import { describe, expect, test } from 'vitest'
import { requestWords } from '../../../renderer/episode/request-words.ts'
import { requestStates, type TranscriptionRequest } from '../../../shared/models/transcription-request.ts'

const request: TranscriptionRequest = {
  id: '0190a0b0-0000-7000-8000-000000000000',
  episodeId: 'night/a',
  episodeTitle: 'Queues',
  podcastTitle: 'Night Shift',
  state: 'waiting',
  attempts: 0,
  nextAttemptAtMs: 0,
  problem: null,
  createdAt: '2026-03-04T10:00:00.000Z',
  updatedAt: '2026-03-04T10:00:00.000Z',
}

describe('how a request stands', () => {
  test('says offline that it is sent later, and does not speak of failure', () => {
    expect(requestWords(request, false)).toMatch(/as soon as Earmark is online/)
  })

  test('gives the reason while it is tried again, and when it failed', () => {
    const problem = { code: 'server-error', message: 'The service answered with an error (500).' } as const
    expect(requestWords({ ...request, problem }, true)).toContain(problem.message)
    expect(requestWords({ ...request, state: 'failed', problem }, true)).toContain(problem.message)
  })

  test('says something of every state but a cancelled one', () => {
    const silent = requestStates.filter((state) => requestWords({ ...request, state }, true) === null)
    expect(silent).toEqual(['cancelled'])
  })
})
