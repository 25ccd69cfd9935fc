import { describe, expect, it } from 'vitest'
import { apiRows, type Part } from '../server/switches.ts'
import { asking, dayTwo, episodesPath, risks } from './asking.ts'

const page = `/podcast/${dayTwo}/${risks}`
const audio = `/audio/${dayTwo}/${risks}.wav`
const requestTo: Record<(typeof apiRows)[number], [path: string, method: 'GET' | 'POST']> = {
  A1: ['/v1/public/podcasts', 'GET'],
  A2: [`/v1/public/podcasts/${dayTwo}`, 'GET'],
  A3: [episodesPath, 'GET'],
  A4: [`${episodesPath}/${risks}`, 'GET'],
  A5: [`/podcast/${dayTwo}.md`, 'GET'],
  K1: [page, 'GET'],
  K2: [`${page}.md`, 'GET'],
  K3: [`${episodesPath}/${risks}/transcription-requests`, 'POST'],
  K4: ['/v1/transcripts', 'POST'],
  K5: ['/v1/transcripts/tr_000001', 'GET'],
}

describe('a switch', () => {
  const standIn = asking()
  const statusOf = async (row: (typeof apiRows)[number]) => {
    const [path, method] = requestTo[row]
    const body = row === 'K4' ? '{"audio_url":"http://127.0.0.1/a.wav"}' : null
    return (await standIn.ask(path, { method, body })).status
  }
  const answering = async (): Promise<Part[]> => {
    const statuses: [Part, number][] = []
    for (const row of apiRows) statuses.push([row, await statusOf(row)])
    return statuses.filter(([, status]) => status < 400).map(([row]) => row)
  }

  it('turns each row off by itself, and on again', async () => {
    await statusOf('K4')
    for (const row of apiRows) {
      standIn.server.break(row)
      expect(await answering()).toEqual(apiRows.filter((other) => other !== row))
      standIn.server.mend(row)
    }
    expect(await answering()).toEqual(apiRows)
  })

  it('leaves the known alone, or one row alone', async () => {
    await statusOf('K4')
    standIn.server.onlyKnown()
    expect(await answering()).toEqual(['K1', 'K2', 'K3', 'K4', 'K5'])
    standIn.server.only('K2')
    expect(await answering()).toEqual(['K2'])
    expect((await standIn.ask(audio, { method: 'HEAD' })).status).toBe(200)
  })

  it('answers a status for as often as it was told, with Retry-After', async () => {
    standIn.server.break('A3', { status: 429, retryAfterSeconds: 7, times: 2 })
    const answers = [
      await standIn.ask(episodesPath),
      await standIn.ask(episodesPath),
      await standIn.ask(episodesPath),
    ]
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 200])
    expect(answers[0]?.headers.get('retry-after')).toBe('7')
  })

  it('works for some paths only where it was told so', async () => {
    standIn.server.break('A4', { status: 500, where: risks })
    expect(await statusOf('A4')).toBe(500)
    const other = standIn.server.episode(dayTwo, 1)
    expect((await standIn.ask(`${episodesPath}/${other.slug}`)).status).toBe(200)
  })

  it('writes down every request, with what was answered', async () => {
    standIn.server.break('A3', { status: 503 })
    await standIn.ask(`${episodesPath}?limit=2`, { headers: { 'user-agent': 'Earmark/0' } })
    await standIn.ask('/nowhere')
    expect(standIn.server.requests).toMatchObject([
      { method: 'GET', path: `${episodesPath}?limit=2`, part: 'A3', status: 503 },
      { path: '/nowhere', part: null, status: 404 },
    ])
    expect(standIn.server.requests[0]?.headers['user-agent']).toBe('Earmark/0')
  })

  it('refuses connections while stopped, and is itself again on the same port', async () => {
    standIn.server.publish(dayTwo, { title: 'Before the Stop' })
    await standIn.server.stop()
    await expect(standIn.ask(episodesPath)).rejects.toThrow('fetch failed')
    await standIn.server.restart()
    expect((await standIn.ask(episodesPath)).text).toContain('Before the Stop')
  })
})
