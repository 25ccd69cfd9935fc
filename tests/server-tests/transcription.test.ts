import { describe, expect, it } from 'vitest'
import { asking, dayTwo, episodesPath, risks } from './asking.ts'

const path = `${episodesPath}/${risks}/transcription-requests`
const withKey = (key: string) => ({ method: 'POST', headers: { 'idempotency-key': key } })

describe('asking for a transcript of an episode', () => {
  const standIn = asking()

  it('is accepted and written down', async () => {
    expect((await standIn.ask(path, withKey('key-1'))).status).toBe(202)
    expect(standIn.server.transcriptionRequests).toMatchObject([
      { podcastSlug: dayTwo, episodeSlug: risks, idempotencyKey: 'key-1', isRepeated: false },
    ])
  })

  it('answers a repeated key the same', async () => {
    const first = await standIn.ask(path, withKey('key-1'))
    const second = await standIn.ask(path, withKey('key-1'))
    expect([second.status, second.text]).toEqual([first.status, first.text])
    expect(standIn.server.transcriptionRequests.map(({ isRepeated }) => isRepeated)).toEqual([false, true])
  })

  it('refuses a key that stands for another episode, and an episode that is not there', async () => {
    await standIn.ask(path, withKey('key-1'))
    const other = `${episodesPath}/${standIn.server.episode(dayTwo, 1).slug}/transcription-requests`
    expect((await standIn.ask(other, withKey('key-1'))).status).toBe(409)
    expect((await standIn.ask(path.replace(risks, 'd2do1'), withKey('key-2'))).status).toBe(404)
    expect(standIn.server.transcriptionRequests).toHaveLength(1)
  })

  it('wants POST', async () => {
    const answer = await standIn.ask(path)
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('POST')
  })
})
