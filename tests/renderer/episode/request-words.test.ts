import { describe, expect, test } from 'vitest'
import { requestWords } from '../../../renderer/episode/request-words.ts'
import { requestStates } from '../../../shared/models/transcription-request.ts'
import { madeRequest } from '../outbox/made-request.ts'

const nowMs = 1000
const request = madeRequest()

describe('how a request stands', () => {
  test('says offline that it is sent later, and does not speak of failure', () => {
    expect(requestWords(request, false, nowMs)).toMatch(/once you are online/)
  })

  test('gives the reason while it is tried again, and when it failed', () => {
    const problem = { code: 'server-error', message: 'The service answered with an error (500).' } as const
    expect(requestWords({ ...request, problem }, true, nowMs)).toContain(problem.message)
    expect(requestWords({ ...request, state: 'failed', problem }, true, nowMs)).toContain(problem.message)
  })

  test('says something of every state but a cancelled one', () => {
    const silent = requestStates.filter((state) => requestWords({ ...request, state }, true, nowMs) === null)
    expect(silent).toEqual(['cancelled'])
  })
})
