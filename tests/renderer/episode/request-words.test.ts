import { describe, expect, test } from 'vitest'
import { requestWords } from '../../../renderer/episode/request-words.ts'
import { requestStates } from '../../../shared/models/transcription-request.ts'
import { madeRequest } from '../outbox/made-request.ts'

const now = { online: true, nowMs: 1000, heldUntilMs: 0 }
const request = madeRequest()

describe('how a request stands', () => {
  test('says offline that it is sent later, and does not speak of failure', () => {
    expect(requestWords(request, { ...now, online: false })).toMatch(/once you are online/)
  })

  test('gives the reason while it is tried again, and when it failed', () => {
    const problem = { code: 'timeout', message: 'The service took too long.' } as const
    expect(requestWords({ ...request, problem }, now)).toContain(problem.message)
    expect(requestWords({ ...request, state: 'failed', problem }, now)).toContain(problem.message)
  })

  test('says something of every state but a cancelled one', () => {
    const silent = requestStates.filter((state) => requestWords({ ...request, state }, now) === null)
    expect(silent).toEqual(['cancelled'])
  })

  test('is silent about one that was taken off the list', () => {
    const failed = madeRequest({ state: 'failed', removedAt: '2026-03-11T08:00:00.000Z' })
    expect(requestWords(failed, now)).toBeNull()
  })
})
