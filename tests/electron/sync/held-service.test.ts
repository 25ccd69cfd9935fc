import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createGuide } from '../../../electron/guide/source.ts'
import { createReachability } from '../../../electron/net/reachability.ts'
import { createStenobird } from '../../../electron/stenobird/client.ts'
import { inlineReader } from '../../../electron/stenobird/reader/inline-reader.ts'
import { createHeldService } from '../../../electron/sync/held-service.ts'
import { openSyncSchedule } from '../../../electron/sync/schedule.ts'
import { createSources } from '../../../electron/sync/sources.ts'
import { createSendTranscriptionRequest } from '../../../electron/transcription/send.ts'
import type { Result } from '../../../shared/result.ts'
import { type StandIn, startStandIn } from '../../server/stand-in.ts'
import type { Part } from '../../server/switches.ts'
import { type HandTimers, handTimers } from '../hand-timers.ts'
import { serve } from '../local-server.ts'
import { silentLog } from '../silent-log.ts'
import { pullRequest } from '../stenobird/stand-in-service.ts'
import { testFetcher } from '../test-fetcher.ts'

const guideDirectory = join(import.meta.dirname, '../../../electron/guide/content')
const minute = 60_000

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'earmark-held-'))
  onTestFinished(() => rm(path, { recursive: true, force: true, maxRetries: 5 }))
  return path
}

/** One run of the app, as `electron/main.ts` puts these parts together. */
async function run(directory: string, address: () => string, timers: HandTimers = handTimers(Date.now())) {
  const path = join(directory, 'sync-schedule.json')
  const schedule = await openSyncSchedule({
    path,
    serviceAddress: address,
    due: () => undefined,
    changed: () => undefined,
    held: () => undefined,
    log: silentLog,
    timers,
    random: () => 0.5,
  })
  const fetcher = testFetcher({
    holds: createHeldService({ serviceAddress: address, schedule, now: timers.now }),
  })
  const stenobird = createStenobird({ fetcher, reader: inlineReader, apiBaseUrl: address, log: silentLog })
  const sources = createSources({ stenobird, guide: createGuide(guideDirectory), apiBaseUrl: address })
  const reachability = createReachability({
    fetcher,
    apiBaseUrl: address,
    changed: () => undefined,
    systemOnline: () => true,
  })
  onTestFinished(() => reachability.stop())
  return {
    timers,
    fetcher,
    sources,
    reachability,
    pull: schedule.observed(sources.pull),
    send: createSendTranscriptionRequest({ fetcher, apiBaseUrl: address, log: silentLog }),
    kept: () => readFile(path, 'utf8'),
  }
}
type Run = Awaited<ReturnType<typeof run>>

type Question = { ask: (app: Run, of: Asked) => Promise<Result<unknown>>; part: Part }
type Asked = { podcastSlug: string; slug: string; audioUrl: string }

const requestId = '0199e6a0-0000-7000-8000-000000000001'
const questions: Record<string, Question> = {
  'a sync': { part: 'A3', ask: ({ pull }, { podcastSlug }) => pull(pullRequest(podcastSlug)) },
  'a look at an episode': {
    part: 'A4',
    ask: ({ sources }, { podcastSlug, slug }) =>
      sources.readEpisode({ source: 'stenobird', episodeId: `${podcastSlug}/${slug}` }),
  },
  'looking up an address': {
    part: 'A2',
    ask: ({ sources }, { podcastSlug }) => sources.lookUp({ text: podcastSlug }),
  },
  'a request for a transcript': {
    part: 'K3',
    ask: ({ send }, { podcastSlug, slug }) =>
      send({ requestId, episodeId: `${podcastSlug}/${slug}`, actionUrl: null }),
  },
  'audio that the service has itself': {
    part: 'audio',
    ask: ({ fetcher }, { audioUrl }) => fetcher.openStream(audioUrl, { range: 'bytes=0-9' }),
  },
}

async function arrange() {
  const server: StandIn = await startStandIn({ podcasts: 1, episodesPerPodcast: 5 })
  onTestFinished(() => server.stop())
  const podcastSlug = server.podcasts[0]?.slug ?? ''
  const { slug } = server.episode(podcastSlug, 0)
  const asked: Asked = { podcastSlug, slug, audioUrl: server.audioUrl(podcastSlug, slug) }
  const directory = await folder()
  return { server, asked, directory, first: await run(directory, () => server.url) }
}

const told = { status: 429, retryAfterSeconds: 600 }

test.each(Object.entries(questions))(
  '%s is told to wait: that is on the disk before its answer goes out, and nobody asks until then',
  async (_name, { part, ask }) => {
    const { server, asked, directory, first } = await arrange()
    server.break(part, told)
    expect(await ask(first, asked)).toMatchObject({ ok: false, problem: { code: 'rate-limited' } })
    expect(await first.kept()).toContain(`"heldUntilMs": ${first.timers.now() + 10 * minute}`)
    server.mend()
    const before = server.requests.length

    // A kill in the next moment changes nothing about it.
    const second = await run(directory, () => server.url, first.timers)
    for (const app of [first, second]) {
      for (const other of Object.values(questions)) {
        expect(await other.ask(app, asked)).toMatchObject({
          ok: false,
          problem: { code: 'held', retryAfterSeconds: 600 },
        })
      }
      await app.reachability.check()
    }
    expect(server.requests).toHaveLength(before)

    first.timers.advance(10 * minute)
    for (const other of Object.values(questions)) {
      expect(await other.ask(second, asked)).toMatchObject({ ok: true })
    }
  },
)

test('of questions that stand in line none leaves after the first one was told to wait', async () => {
  const { origin, requests } = await serve((_request, response) => {
    response.writeHead(503, { 'retry-after': '600' }).end()
  })
  const { send } = await run(await folder(), () => origin)
  const slugs = ['one', 'two', 'three', 'four', 'five', 'six']
  const answers = await Promise.all(
    slugs.map((slug) => send({ requestId, episodeId: `show/${slug}`, actionUrl: null })),
  )
  expect(requests.length).toBeLessThanOrEqual(2)
  const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.problem.code))
  expect(codes.filter((code) => code === 'held')).toHaveLength(slugs.length - requests.length)
})

test('it is held by no other host, nor they by it: others are asked meanwhile, the guide is read, and another service is asked at once', async () => {
  const { server, asked, directory } = await arrange()
  const other = await startStandIn({ podcasts: 1, episodesPerPodcast: 5 })
  onTestFinished(() => other.stop())
  let address = server.url
  const app = await run(directory, () => address)
  other.break('A1', { ...told, times: 1 })
  await app.fetcher.request({ url: `${other.url}/v1/public/podcasts` })
  server.break('A3', { ...told, times: 1 })
  expect(await app.pull(pullRequest(asked.podcastSlug))).toMatchObject({ problem: { code: 'rate-limited' } })

  expect(await app.fetcher.request({ url: `${other.url}/v1/public/podcasts` })).toMatchObject({ ok: true })
  const guide = { ...pullRequest('earmark-field-guide'), source: 'guide' as const }
  expect(await app.pull(guide)).toMatchObject({ ok: true })
  address = other.url
  expect(await app.pull(pullRequest(asked.podcastSlug))).toMatchObject({ ok: true })
})

test('says until when, in the clock time that a person reads', async () => {
  const { server, asked, first } = await arrange()
  server.break('K3', told)
  const until = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }).format(
    first.timers.now() + 10 * minute,
  )
  const { ask } = questions['a request for a transcript'] ?? {}
  await ask?.(first, asked)
  const answer = await ask?.(first, asked)
  expect(answer?.ok === false ? answer.problem.message : '').toContain(`until ${until}`)
})

test('trouble of its own, without a wish to be left alone, holds nobody', async () => {
  const { server, asked, first } = await arrange()
  server.break('K3', { status: 503 })
  const send = () =>
    first.send({ requestId, episodeId: `${asked.podcastSlug}/${asked.slug}`, actionUrl: null })
  await send()
  expect(await send()).toMatchObject({ ok: false, problem: { code: 'server-error' } })
})
