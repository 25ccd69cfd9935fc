import { describe, expect, it } from 'vitest'
import { asking, dayTwo, risks } from './asking.ts'

describe('a transcript of any audio', () => {
  const standIn = asking()
  const order = (headers: Record<string, string> = {}) =>
    standIn.ask('/v1/transcripts', {
      method: 'POST',
      headers,
      body: JSON.stringify({ audio_url: standIn.server.audioUrl(dayTwo, risks) }),
    })
  const pathOf = (created: Record<string, unknown>) => `/v1/transcripts/${created.id}`

  it('is ordered, asked after and fetched', async () => {
    const created = await order({ authorization: 'Bearer mine' })
    expect(created.status).toBe(201)
    expect(created.json()).toMatchObject({
      status: 'queued',
      mode: 'full',
      terminal: false,
      result_ready: false,
    })
    const path = pathOf(created.json())
    expect(created.json().result_url).toBe(`${standIn.server.url}${path}/result`)

    const early = await standIn.ask(`${path}/result`)
    expect(early.status).toBe(409)
    expect(early.json()).toMatchObject({ error: { code: 'transcript_not_ready' }, retry_after_seconds: 1 })

    expect((await standIn.ask(path)).json()).toMatchObject({ status: 'processing', terminal: false })
    expect((await standIn.ask(path)).json()).toMatchObject({
      status: 'completed',
      terminal: true,
      result_ready: true,
    })
    expect((await standIn.ask(`${path}/result`)).json()).toMatchObject({ billed_minutes: 46 })
  })

  it('streams what is heard, and only the first of it without a key', async () => {
    const names = async (headers: Record<string, string>) => {
      const { text } = await standIn.ask(`${pathOf((await order(headers)).json())}/events`)
      return [...text.matchAll(/^event: (.*)$/gm)].map(([, name]) => name)
    }
    expect(await names({})).toEqual(['status', 'transcript', 'preview_locked', 'done'])
    const full = await names({ authorization: 'Bearer mine' })
    expect(full.filter((name) => name === 'transcript')).toHaveLength(Math.ceil(2740 / 15))
    expect(full.at(-1)).toBe('done')
  })

  it('goes on after the event that was heard last', async () => {
    const path = pathOf((await order()).json())
    const { text } = await standIn.ask(`${path}/events`, { headers: { 'last-event-id': '3' } })
    expect(text).toMatch(/^id: 4\nevent: done\n/)
    expect((await standIn.ask(`${path}/result`)).status).toBe(200)
  })

  it('is one for one key, and refused for a bad key or no address', async () => {
    const [first, second] = [await order({ 'idempotency-key': 'k' }), await order({ 'idempotency-key': 'k' })]
    expect(second.json().id).toBe(first.json().id)
    expect((await order({ authorization: 'Bearer invalid' })).status).toBe(401)
    const nothing = { method: 'POST', body: '{"audio_url":"file:///etc/passwd"}' }
    expect((await standIn.ask('/v1/transcripts', nothing)).status).toBe(422)
  })
})
