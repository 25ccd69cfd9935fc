import { describe, expect, it } from 'vitest'
import { readFlags } from '../server/flags.ts'
import { asking, dayTwo, episodesPath, risks } from './asking.ts'

describe('the controls over HTTP', () => {
  const standIn = asking()
  const control = (name: string, given: unknown = {}) =>
    standIn.ask(`/__stand-in/${name}`, { method: 'POST', body: JSON.stringify(given) })

  it('break and mend', async () => {
    const broken = await control('break', { part: 'A3', fault: { status: 503 } })
    expect(broken.json()).toMatchObject({ faults: { A3: { status: 503 } } })
    expect((await standIn.ask(episodesPath)).status).toBe(503)
    await control('mend')
    expect((await standIn.ask(episodesPath)).status).toBe(200)
    await control('only-known')
    expect((await standIn.ask(episodesPath)).status).toBe(404)
    await control('only', { parts: ['A3'] })
    expect((await standIn.ask(episodesPath)).status).toBe(200)
  })

  it('publish, change and withdraw', async () => {
    await control('publish', { podcastSlug: dayTwo, slug: 'fresh', title: 'Fresh' })
    await control('change', { podcastSlug: dayTwo, slug: risks, title: 'Reworded' })
    await control('markdown-layout', { layout: 'table' })
    expect((await standIn.ask(`${episodesPath}?limit=2`)).json().episodes).toMatchObject([
      { slug: 'fresh', title: 'Fresh' },
      { slug: risks, title: 'Reworded' },
    ])
    expect((await standIn.ask(`/podcast/${dayTwo}/fresh.md`)).text).toContain('| Field | Value |')
    await control('withdraw', { podcastSlug: dayTwo, slug: 'fresh' })
    expect((await standIn.ask(`${episodesPath}/fresh`)).status).toBe(404)
  })

  it('leave for a while', async () => {
    await control('leave', { seconds: 0.2 })
    await expect
      .poll(() =>
        standIn.ask(episodesPath).then(
          () => 'there',
          () => 'gone',
        ),
      )
      .toBe('gone')
    await expect
      .poll(() =>
        standIn.ask(episodesPath).then(
          () => 'there',
          () => 'gone',
        ),
      )
      .toBe('there')
  })

  it('say what is wrong with what they were given', async () => {
    expect((await control('break', { part: 'A9' })).status).toBe(400)
    expect((await control('change', { podcastSlug: dayTwo, slug: 'not-there' })).status).toBe(404)
    expect((await control('publish', { podcastSlug: 'no-such' })).status).toBe(404)
  })

  it('show what was asked', async () => {
    await standIn.ask(episodesPath)
    expect((await standIn.ask('/__stand-in/requests')).json()).toMatchObject([
      { path: episodesPath, status: 200 },
    ])
    expect((await standIn.ask('/__stand-in')).json()).toMatchObject({ requests: 1, faults: {} })
  })
})

describe('the flags', () => {
  it('have defaults, and are read', () => {
    expect(readFlags([])).toMatchObject({ seed: 1, podcasts: 6, episodes: 40, port: 4010, off: [] })
    expect(readFlags(['--episodes', '50000', '--off', 'A3,audio', '--only-known'])).toMatchObject({
      episodes: 50_000,
      off: ['A3', 'audio'],
      'only-known': true,
    })
  })

  it.each([['--port', 'x'], ['--off', 'A9'], ['--unheard-of'], ['--podcasts', '402']])(
    'refuse %s %s',
    (...args) => {
      expect(readFlags(args.filter((arg) => arg !== undefined))).toHaveProperty('wrong')
    },
  )
})
