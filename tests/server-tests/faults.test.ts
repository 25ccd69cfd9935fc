import { describe, expect, it } from 'vitest'
import { asking, dayTwo, episodesPath, risks } from './asking.ts'

const audio = `/audio/${dayTwo}/${risks}.wav`

describe('a fault', () => {
  const standIn = asking()

  it('puts HTML where JSON was due', async () => {
    standIn.server.break('A3', { answer: 'html' })
    const answer = await standIn.ask(episodesPath)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(answer.json).toThrow()
  })

  it('cuts an answer off in the middle', async () => {
    standIn.server.break('A3', { answer: 'cut-off' })
    const response = await fetch(standIn.server.url + episodesPath)
    expect(response.status).toBe(200)
    let received = 0
    const reading = (async () => {
      for await (const chunk of response.body ?? []) received += chunk.length
    })()
    await expect(reading).rejects.toThrow('terminated')
    expect(received).toBe(Math.floor(Number(response.headers.get('content-length')) / 2))
  })

  it('drops the connection without a word', async () => {
    standIn.server.break('K2', { answer: 'nothing' })
    await expect(standIn.ask(`/podcast/${dayTwo}/${risks}.md`)).rejects.toThrow('fetch failed')
    expect(standIn.server.requests).toMatchObject([{ part: 'K2', status: 0 }])
  })

  it('spoils one entry among good ones', async () => {
    standIn.server.break('A3', { answer: 'broken-entry' })
    const { episodes } = (await standIn.ask(`${episodesPath}?limit=4`)).json()
    const good = { title: expect.any(String), published_at: expect.any(String) }
    expect(episodes).toMatchObject([good, { slug: 'a-broken-one', title: null }, good, good])
  })

  it('answers with 50 MB', async () => {
    standIn.server.break('A3', { answer: 'huge' })
    const response = await fetch(standIn.server.url + episodesPath)
    expect(response.headers.get('content-length')).toBe(String(50 * 1024 * 1024))
    let received = 0
    let beginning = ''
    for await (const chunk of response.body ?? []) {
      if (received === 0) beginning = Buffer.from(chunk).toString('utf8', 0, 12)
      received += chunk.length
    }
    expect(beginning).toBe('{"episodes":')
    expect(received).toBe(50 * 1024 * 1024)
  })

  it('delays', async () => {
    standIn.server.break('A1', { delayMs: 120 })
    const start = performance.now()
    expect((await standIn.ask('/v1/public/podcasts')).status).toBe(200)
    expect(performance.now() - start).toBeGreaterThan(110)
  })

  it('redirects', async () => {
    standIn.server.break('K1', { redirectTo: 'http://169.254.169.254/' })
    const answer = await standIn.ask(`/podcast/${dayTwo}/${risks}`)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, 'http://169.254.169.254/'])
  })
})

describe('a fault of audio', () => {
  const standIn = asking()

  it('takes ranges away', async () => {
    standIn.server.break('audio', { answer: 'without-ranges' })
    const answer = await standIn.ask(audio, { method: 'HEAD', headers: { range: 'bytes=0-3' } })
    expect([answer.status, answer.headers.get('accept-ranges')]).toEqual([200, 'none'])
  })

  it('makes it something else', async () => {
    standIn.server.break('audio', { answer: 'html' })
    expect((await standIn.ask(audio)).headers.get('content-type')).toContain('text/html')
  })

  it('lets it trickle', async () => {
    standIn.server.break('audio', { answer: 'slow', bytesPerSecond: 20_000 })
    const start = performance.now()
    const answer = await standIn.ask(audio, { headers: { range: 'bytes=0-3999' } })
    expect(answer.status).toBe(206)
    expect(performance.now() - start).toBeGreaterThan(150)
  })

  it('stops the transfer when the listener leaves', async () => {
    const leaving = new AbortController()
    const response = await fetch(standIn.server.url + audio, { signal: leaving.signal })
    await response.body?.getReader().read()
    leaving.abort()
    expect((await standIn.ask(audio, { method: 'HEAD' })).status).toBe(200)
  })
})
