import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openSyncSchedule } from '../../../electron/sync/schedule.ts'
import type { PodcastSchedule } from '../../../shared/models/schedule.ts'
import type { PulledPage, PullRequest } from '../../../shared/models/sync.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { type HandTimers, handTimers } from '../hand-timers.ts'

const minute = 60_000
const hour = 60 * minute

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'earmark-schedule-'))
})
// A write can still be under way.
afterEach(() => rm(directory, { recursive: true, force: true, maxRetries: 5 }))

const page: PulledPage = {
  unchanged: true,
  podcast: null,
  episodes: [],
  unchangedSlugs: [],
  broken: [],
  nextCursor: null,
  validator: null,
  path: 'api',
  servedAt: null,
  freshForSeconds: null,
  expectedEpisodes: null,
}

const requestFor = (podcastSlug: string, source: 'stenobird' | 'guide' = 'stenobird'): PullRequest => ({
  source,
  podcastSlug,
  cursor: null,
  updatedSince: null,
  validator: null,
  path: null,
  episodeSlugs: [],
})

const stenobird = (...slugs: string[]) => slugs.map((slug) => ({ slug, source: 'stenobird' as const }))

/** One run of the app on the test's folder. */
async function run(timers: HandTimers = handTimers(Date.parse('2026-03-10T08:00:00Z'))) {
  const due: (readonly string[])[] = []
  const shown: Record<string, PodcastSchedule>[] = []
  const asked: string[] = []
  const warnings: string[] = []
  let answer: Result<PulledPage> = success(page)
  let address = 'https://one.example'
  const schedule = await openSyncSchedule({
    path: join(directory, 'sync-schedule.json'),
    sources: {
      pull: async ({ podcastSlug }) => {
        asked.push(podcastSlug)
        return answer
      },
      readEpisode: async ({ episodeId }) => {
        asked.push(episodeId)
        return answer.ok ? success({ kind: 'gone' }) : answer
      },
    },
    serviceAddress: () => address,
    due: (slugs) => due.push(slugs),
    changed: (podcasts) => shown.push(podcasts),
    log: { warn: (text) => warnings.push(text) },
    timers,
    random: () => 0.5,
  })
  return {
    timers,
    schedule,
    due,
    shown,
    asked,
    warnings,
    answerWith: (result: Result<PulledPage>) => {
      answer = result
    },
    moveTo: (url: string) => {
      address = url
    },
  }
}

test('says what is due once the page listens and has told what is followed, in whichever order', async () => {
  const one = await run()
  one.schedule.follow(stenobird('a', 'b'))
  expect(one.due).toEqual([])
  one.schedule.start()
  expect(one.due).toEqual([['a', 'b']])

  const other = await run()
  other.schedule.start()
  other.schedule.follow(stenobird('a'))
  expect(other.due).toEqual([['a']])
})

test('says by itself when the time has come, from what the answers taught', async () => {
  const { schedule, due, timers } = await run()
  schedule.start()
  schedule.follow(stenobird('a'))
  await schedule.pull(requestFor('a'))
  timers.advance(3 * hour - 1)
  expect(due).toEqual([['a']])
  timers.advance(1)
  expect(due).toEqual([['a'], ['a']])
})

test('what came due while the machine slept is due when it wakes', async () => {
  const { schedule, due, timers } = await run()
  schedule.start()
  schedule.follow(stenobird('a'))
  await schedule.pull(requestFor('a'))
  // Timers stand still in a machine that sleeps.
  timers.turnBack(-9 * hour)
  schedule.wake()
  expect(due).toEqual([['a'], ['a']])
})

test('while nothing can be reached nothing is due; then everything at once that waited', async () => {
  const { schedule, due, timers } = await run()
  schedule.start()
  schedule.unreachable()
  schedule.follow(stenobird('a', 'b'))
  timers.advance(24 * hour)
  expect(due).toEqual([])
  schedule.reachable('no-network')
  expect(due).toEqual([['a', 'b']])
})

test('due times and what was learned outlive a restart', async () => {
  const first = await run()
  first.schedule.start()
  first.schedule.follow(stenobird('a'))
  await first.schedule.pull(requestFor('a'))
  first.schedule.stop()
  await kept('"lastCheckedAtMs": 1')

  const second = await run(first.timers)
  second.schedule.start()
  second.schedule.follow(stenobird('a', 'new'))
  expect(second.due).toEqual([['new']])
})

/** The file holds this. */
async function kept(text: string): Promise<void> {
  const file = join(directory, 'sync-schedule.json')
  await vi.waitFor(async () => expect(await readFile(file, 'utf8')).toContain(text), { timeout: 15_000 })
}

test('asked to wait, nothing is asked by anyone until then, nor after a kill in the next moment', async () => {
  const first = await run()
  first.schedule.start()
  first.schedule.follow(stenobird('a', 'b'))
  first.answerWith(failure('rate-limited', 'Wait.', 600))
  await first.schedule.pull(requestFor('a'))
  await kept('"heldUntilMs": 1')

  const second = await run(first.timers)
  second.schedule.start()
  second.schedule.follow(stenobird('a', 'b'))
  expect(second.due).toEqual([])
  const answer = await second.schedule.pull(requestFor('b'))
  expect(answer).toMatchObject({ ok: false, problem: { code: 'rate-limited', retryAfterSeconds: 600 } })
  const read = await second.schedule.readEpisode({ source: 'stenobird', episodeId: 'a/one' })
  expect(read).toMatchObject({ ok: false, problem: { code: 'rate-limited' } })
  expect(second.asked).toEqual([])
  expect(await second.schedule.pull(requestFor('guide', 'guide'))).toEqual(success(page))

  second.timers.advance(10 * minute)
  await second.schedule.pull(requestFor('b'))
  expect(second.asked).toEqual(['guide', 'b'])
})

test('the wait is told until when, in the clock time that a person reads', async () => {
  const { schedule, answerWith, timers } = await run()
  const until = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }).format(timers.now() + 10 * minute)
  answerWith(failure('server-error', 'Busy.', 600))
  schedule.follow(stenobird('a'))
  await schedule.pull(requestFor('a'))
  const answer = await schedule.pull(requestFor('a'))
  expect(answer.ok ? '' : answer.problem.message).toContain(`until ${until}`)
})

test('a hold that one episode’s reading met counts for all', async () => {
  const { schedule, answerWith, asked } = await run()
  answerWith(failure('rate-limited', 'Wait.', 60))
  await schedule.readEpisode({ source: 'stenobird', episodeId: 'a/one' })
  await schedule.pull(requestFor('a'))
  expect(asked).toEqual(['a/one'])
})

test('another service is asked about everything, also while the last one is to be left alone', async () => {
  const { schedule, answerWith, asked, moveTo } = await run()
  schedule.follow(stenobird('a'))
  answerWith(failure('rate-limited', 'Wait.', 600))
  await schedule.pull(requestFor('a'))
  moveTo('https://other.example')
  answerWith(success(page))
  expect(await schedule.pull(requestFor('a'))).toEqual(success(page))
  expect(asked).toEqual(['a', 'a'])
})

test('tells the page of changed states, at most once a second', async () => {
  const { schedule, shown, timers } = await run()
  schedule.start()
  schedule.follow(stenobird('a'))
  const told = shown.length
  await schedule.pull(requestFor('a'))
  await schedule.pull(requestFor('a'))
  expect(shown).toHaveLength(told)
  timers.advance(1000)
  expect(shown).toHaveLength(told + 1)
  expect(shown.at(-1)?.a).toMatchObject({ lastCheckedAtMs: timers.now() - 1000, next: { kind: 'at' } })
})

test('a page that is gone is told nothing, and its successor again', async () => {
  const { schedule, due } = await run()
  schedule.start()
  schedule.follow(stenobird('a'))
  schedule.pageIsGone()
  schedule.wake()
  expect(due).toEqual([['a']])
  schedule.follow(stenobird('a'))
  schedule.start()
  expect(due).toEqual([['a'], ['a']])
})

test('a file that cannot be understood costs the due times, and nothing else', async () => {
  await writeFile(join(directory, 'sync-schedule.json'), '{"podcasts": 3}')
  const { schedule, due } = await run()
  schedule.start()
  schedule.follow(stenobird('a'))
  expect(due).toEqual([['a']])
})

test('says nothing any more once stopped', async () => {
  const { schedule, due, timers } = await run()
  schedule.start()
  schedule.follow(stenobird('a'))
  await schedule.pull(requestFor('a'))
  schedule.stop()
  timers.advance(48 * hour)
  schedule.wake()
  expect(due).toEqual([['a']])
})

test('a due time that is a year away, since the clock was set back while no page listened, keeps nobody busy', async () => {
  const timers = handTimers(Date.parse('2027-03-10T08:00:00Z'))
  const before = await run(timers)
  before.schedule.follow(stenobird('a'))
  before.schedule.start()
  await before.schedule.pull(requestFor('a'))
  before.schedule.stop()
  await vi.waitFor(async () =>
    expect(await readFile(join(directory, 'sync-schedule.json'), 'utf8')).toContain('"a"'),
  )
  const waits: number[] = []
  const back = handTimers(Date.parse('2026-03-10T08:00:00Z'))
  const { schedule } = await run({
    ...back,
    after: (milliseconds, then) => {
      waits.push(milliseconds)
      return back.after(milliseconds, then)
    },
  })
  schedule.wake()
  // What `setTimeout` takes for 1.
  expect(Math.max(...waits)).toBeLessThan(2 ** 31)
  schedule.stop()
})
