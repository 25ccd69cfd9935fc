import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openSyncSchedule } from '../../../electron/sync/schedule.ts'
import type { PodcastSchedule } from '../../../shared/models/schedule.ts'
import type { PulledPage, PullRequest } from '../../../shared/models/sync.ts'
import { success } from '../../../shared/result.ts'
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

const requestFor = (podcastSlug: string): PullRequest => ({
  source: 'stenobird',
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
  const holds: number[] = []
  const warnings: string[] = []
  let address = 'https://one.example'
  const schedule = await openSyncSchedule({
    path: join(directory, 'sync-schedule.json'),
    serviceAddress: () => address,
    due: (slugs) => due.push(slugs),
    changed: (podcasts) => shown.push(podcasts),
    held: (untilMs) => holds.push(untilMs),
    log: { warn: (text) => warnings.push(text) },
    timers,
    random: () => 0.5,
  })
  return {
    timers,
    schedule,
    pull: schedule.observed(async () => success(page)),
    due,
    shown,
    holds,
    warnings,
    moveTo: (url: string) => {
      address = url
    },
  }
}

test('says what is due once the page listens, where it was told before what is followed', async () => {
  const { schedule, due } = await run()
  schedule.follow(stenobird('a', 'b'))
  expect(due).toEqual([])
  schedule.start()
  expect(due).toEqual([['a', 'b']])
})

test('says what is due once it is told what is followed, where the page listens already', async () => {
  const { schedule, due } = await run()
  schedule.start()
  schedule.follow(stenobird('a'))
  expect(due).toEqual([['a']])
})

test('says by itself when the time has come, from what the answers taught', async () => {
  const { schedule, pull, due, timers } = await run()
  schedule.start()
  schedule.follow(stenobird('a'))
  await pull(requestFor('a'))
  timers.advance(3 * hour - 1)
  expect(due).toEqual([['a']])
  timers.advance(1)
  expect(due).toEqual([['a'], ['a']])
})

test('what came due while the machine slept is due when it wakes', async () => {
  const { schedule, pull, due, timers } = await run()
  schedule.start()
  schedule.follow(stenobird('a'))
  await pull(requestFor('a'))
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
  await first.pull(requestFor('a'))
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

test('a hold is on the disk once it was heard of, and outlives a kill in the next moment', async () => {
  const first = await run()
  const untilMs = first.timers.now() + 10 * minute
  first.schedule.start()
  first.schedule.follow(stenobird('a', 'b'))
  await first.schedule.observeTrouble({ code: 'rate-limited', message: 'Wait.', retryAfterSeconds: 600 })
  expect(await readFile(join(directory, 'sync-schedule.json'), 'utf8')).toContain(`"heldUntilMs": ${untilMs}`)

  const second = await run(first.timers)
  expect(second.schedule.heldUntilMs()).toBe(untilMs)
  second.schedule.start()
  second.schedule.follow(stenobird('a', 'b'))
  expect(second.due).toEqual([])
  second.timers.advance(20 * minute)
  expect(second.due).toEqual([['a']])
})

test('tells the page of a hold, and of its end when another service is asked', async () => {
  const { schedule, holds, moveTo, due, timers } = await run()
  schedule.start()
  schedule.follow(stenobird('a'))
  await schedule.observeTrouble({ code: 'server-error', message: 'Busy.', retryAfterSeconds: 600 })
  schedule.wake()
  expect(holds).toEqual([timers.now() + 10 * minute])
  schedule.pageIsGone()
  schedule.start()
  expect(due).toHaveLength(1)
  moveTo('https://other.example')
  schedule.wake()
  expect(holds.at(-1)).toBe(0)
  expect(due).toHaveLength(2)
})

test('tells the page of changed states, at most once a second', async () => {
  const { schedule, pull, shown, timers } = await run()
  schedule.start()
  schedule.follow(stenobird('a'))
  const told = shown.length
  await pull(requestFor('a'))
  await pull(requestFor('a'))
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
  const { schedule, pull, due, timers } = await run()
  schedule.start()
  schedule.follow(stenobird('a'))
  await pull(requestFor('a'))
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
  await before.pull(requestFor('a'))
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
