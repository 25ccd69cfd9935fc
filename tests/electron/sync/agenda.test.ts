import { expect, test } from 'vitest'
import { createAgenda, emptyAgenda, type KeptAgenda } from '../../../electron/sync/agenda.ts'
import type { Outcome } from '../../../electron/sync/outcome.ts'
import { randomFor } from '../../server/catalogue/random.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const start = Date.parse('2026-03-10T08:00:00Z')

const unchanged: Outcome = { kind: 'answered', isLastPage: true, publishedAtMs: [], freshForSeconds: null }
const problem = (
  code: 'server-error' | 'rate-limited' | 'held' | 'not-found' | 'timeout' | 'unreachable' | 'cancelled',
  retryAfterSeconds?: number,
): Outcome => ({
  kind: 'problem',
  problem: { code, message: '', ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) },
})
const stenobird = (...slugs: string[]) => slugs.map((slug) => ({ slug, source: 'stenobird' as const }))
const several = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`)

function arrange(kept: KeptAgenda = emptyAgenda, random = () => 0.5) {
  const agenda = createAgenda(kept, random)
  return {
    agenda,
    /** Lets time pass from one look to the next until `endMs`; tells what was looked at when. */
    live: (
      fromMs: number,
      endMs: number,
      outcome: (slug: string, nowMs: number) => Outcome = () => unchanged,
    ) => {
      const looks: { slug: string; atMs: number }[] = []
      for (let nowMs = fromMs; nowMs < endMs; ) {
        const released = agenda.release(nowMs)
        for (const slug of released) {
          looks.push({ slug, atMs: nowMs })
          agenda.observe(slug, outcome(slug, nowMs), nowMs)
        }
        const next = agenda.nextAtMs()
        if (next === null) break
        nowMs = released.length > 0 ? Math.max(nowMs, next) : Math.max(nowMs + 1000, next)
      }
      return looks
    },
  }
}

test('a podcast that is followed anew is due at once, and then by its rhythm', () => {
  const { agenda, live } = arrange()
  agenda.follow(stenobird('daily'), start)
  const published = Array.from({ length: 9 }, (_, index) => start - hour - index * day)
  const looks = live(start, start + 4 * hour, () => ({ ...unchanged, publishedAtMs: published }))
  expect(looks.map(({ atMs }) => (atMs - start) / hour)).toEqual([0, 1, 2, 3])
})

test('what was read and is lost is due at once; what never answered keeps its pause', () => {
  const { agenda } = arrange()
  agenda.follow(stenobird('read', 'silent', 'other'), start)
  agenda.release(start)
  for (const slug of ['read', 'other']) agenda.observe(slug, { ...unchanged, freshForSeconds: 3600 }, start)
  agenda.observe('silent', problem('not-found'), start)
  expect(agenda.release(start + 1000)).toEqual([])
  agenda.readAnew(['read', 'silent', 'unknown'], start + 1000)
  expect(agenda.release(start + 1000)).toEqual(['read'])
})

test('what is not followed any more is forgotten', () => {
  const { agenda, live } = arrange()
  agenda.follow(stenobird('a', 'b'), start)
  agenda.follow(stenobird('b'), start)
  expect(live(start, start + minute).map(({ slug }) => slug)).toEqual(['b'])
  expect(agenda.kept().podcasts.map(({ slug }) => slug)).toEqual(['b'])
})

test('gives four at a time, the longest waiting first, and the next when one is done', () => {
  const { agenda } = arrange()
  agenda.follow(stenobird(...several(3)), start)
  agenda.follow(stenobird(...several(6)), start + 1)
  agenda.follow(stenobird('late', ...several(6)), start + 2)
  expect(agenda.release(start + 10)).toEqual(['p0', 'p1', 'p2', 'p3'])
  expect(agenda.release(start + 20)).toEqual([])
  agenda.observe('p1', unchanged, start + 30)
  expect(agenda.release(start + 30)).toEqual(['p4'])
  for (const slug of ['p0', 'p2', 'p3', 'p4']) agenda.observe(slug, unchanged, start + 40)
  expect(agenda.release(start + 40)).toEqual(['p5', 'late'])
})

test('a pass of many pages is one turn; one that breaks off goes on a minute later', () => {
  const { agenda } = arrange()
  agenda.follow(stenobird('long'), start)
  expect(agenda.release(start)).toEqual(['long'])
  const page: Outcome = { ...unchanged, isLastPage: false }
  for (let pages = 1; pages < 30; pages += 1) {
    agenda.observe('long', page, start + pages * minute)
    expect(agenda.release(start + pages * minute)).toEqual([])
  }
  agenda.pageIsGone()
  expect(agenda.release(start + 29 * minute)).toEqual([])
  expect(agenda.release(start + 30 * minute)).toEqual(['long'])
})

test('what a person syncs by hand is not due as well', () => {
  const { agenda } = arrange()
  agenda.follow(stenobird('a', 'b'), start)
  agenda.begin('a', start)
  expect(agenda.release(start)).toEqual(['b'])
  agenda.observe('a', unchanged, start + 1000)
  expect(agenda.release(start + 1000)).toEqual([])
})

test('what the page was told and never did is due again later', () => {
  const { agenda, live } = arrange()
  agenda.follow(stenobird('a'), start)
  expect(agenda.release(start)).toEqual(['a'])
  const [look] = live(start + 1, start + day)
  expect(look?.atMs).toBeGreaterThan(start + 15 * minute)
  expect(look?.atMs).toBeLessThan(start + 30 * minute)
})

test('stopped by the person, a podcast is left alone for its usual time; let go of by a closing page, it stays due', () => {
  const { agenda } = arrange()
  agenda.follow(stenobird('stopped', 'closed'), start)
  agenda.release(start)
  agenda.observe('stopped', problem('cancelled'), start)
  agenda.pageIsGone()
  agenda.observe('closed', problem('cancelled'), start)
  expect(agenda.release(start)).toEqual(['closed'])
})

test('a podcast whose page was not asked for, because of a hold, learns nothing of that, and is due when it ends', () => {
  const { agenda } = arrange()
  agenda.follow(stenobird('a', 'b'), start)
  agenda.release(start)
  agenda.observe('a', problem('rate-limited', 600), start)
  agenda.observe('b', problem('held', 600), start)
  expect(agenda.heldUntilMs(start)).toBe(start + 10 * minute)
  const [, b] = agenda.kept().podcasts
  expect(b).toMatchObject({ slug: 'b', dueAtMs: start, setback: null, lastCheckedAtMs: null })
  expect(agenda.release(start + 15 * minute)).toEqual(['b'])
})

test('a freshness that the first page of a pass told holds for the whole of it', () => {
  const { agenda, live } = arrange()
  agenda.follow(stenobird('a'), start)
  agenda.release(start)
  agenda.observe('a', { ...unchanged, isLastPage: false, freshForSeconds: 10 * 3600 }, start)
  agenda.observe('a', unchanged, start + minute)
  expect(live(start + minute, start + day)[0]?.atMs).toBeGreaterThanOrEqual(start + 10 * hour)
})

test('a podcast that the service has not is asked for ever more seldom, and costs the others nothing', () => {
  const { agenda, live } = arrange()
  agenda.follow(stenobird('gone', 'there'), start)
  const looks = live(start, start + 4 * day, (slug) => (slug === 'gone' ? problem('not-found') : unchanged))
  const at = (wanted: string) => looks.filter(({ slug }) => slug === wanted).map(({ atMs }) => atMs - start)
  expect(at('gone').slice(0, 4)).toEqual([0, 3 * hour, 9 * hour, 21 * hour])
  expect(at('there').length).toBeGreaterThan(30)
})

test('a first no about a podcast that was answered about before is asked about once more soon, then ever more seldom', () => {
  const { agenda, live } = arrange()
  agenda.follow(stenobird('a'), start)
  let looks = 0
  const times = live(start, start + 3 * day, () => (looks++ === 0 ? unchanged : problem('not-found')))
  const [, first = 0, second = 0, third = 0, fourth = 0] = times.map(({ atMs }) => atMs)
  expect(second - first).toBe(1.5 * minute)
  expect([third - second, fourth - third]).toEqual([6 * hour, 12 * hour])
})

test('while the service has trouble one podcast at a time tries it, and each time another', () => {
  const { agenda, live } = arrange()
  agenda.follow(stenobird(...several(20)), start)
  const looks = live(start, start + 2 * hour, () => problem('server-error'))
  const first = looks.filter(({ atMs }) => atMs === start)
  expect(first).toHaveLength(4)
  const trials = looks.slice(4)
  expect(trials.length).toBeLessThan(10)
  expect(new Set(trials.map(({ slug }) => slug)).size).toBe(trials.length)
})

test('once the service is well again, what waited is spread over a time that its absence justifies', () => {
  const { agenda, live } = arrange(emptyAgenda, randomFor('spread').fraction)
  agenda.follow(stenobird(...several(100)), start)
  const well = start + hour
  const looks = live(start, start + 6 * hour, (_, nowMs) =>
    nowMs < well ? problem('server-error') : unchanged,
  )
  const after = looks.filter(({ atMs }) => atMs >= well)
  const firstOf = several(100).map((slug) => after.find((look) => look.slug === slug)?.atMs ?? 0)
  const recoveredMs = Math.min(...firstOf)
  // An hour and what passed until the next trial, times four, is more than their three hours.
  expect(Math.max(...firstOf) - recoveredMs).toBeGreaterThan(2.5 * hour)
  expect(Math.max(...firstOf) - recoveredMs).toBeLessThanOrEqual(3 * hour)
  const inFirstHour = firstOf.filter((atMs) => atMs < recoveredMs + hour)
  expect(inFirstHour.length).toBeGreaterThan(20)
  expect(inFirstHour.length).toBeLessThan(46)
})

test('Retry-After holds everything back, a person as well, and the rest starts with one', () => {
  const { agenda } = arrange()
  agenda.follow(stenobird(...several(10)), start)
  agenda.release(start)
  agenda.observe('p0', problem('rate-limited', 600), start)
  expect(agenda.heldUntilMs(start)).toBe(start + 10 * minute)
  // Those that were under way already end as they end.
  agenda.observe('p1', unchanged, start + 1000)
  for (const slug of ['p2', 'p3']) agenda.observe(slug, problem('rate-limited'), start + 1000)
  expect(agenda.heldUntilMs(start + 9 * minute)).toBe(start + 10 * minute)
  expect(agenda.release(start + 14 * minute)).toEqual([])
  expect(agenda.release(start + 15 * minute)).toHaveLength(1)
})

test('a hold outlives a restart; another service does not inherit it', () => {
  const first = arrange().agenda
  first.moveToService('https://one.example', start)
  first.follow(stenobird('a'), start)
  first.release(start)
  first.observe('a', problem('server-error', 3600), start)

  const second = arrange(first.kept()).agenda
  second.moveToService('https://one.example', start + minute)
  second.follow(stenobird('a', 'b'), start + minute)
  expect(second.heldUntilMs(start + minute)).toBe(start + 60 * minute)
  expect(second.release(start + minute)).toEqual([])

  second.moveToService('https://other.example', start + minute)
  expect(second.heldUntilMs(start + minute)).toBe(0)
  expect(second.release(start + minute)).toEqual(['a', 'b'])
})

test('after one’s own absence everything overdue is looked at, the longest waiting first', () => {
  const { agenda, live } = arrange(emptyAgenda, randomFor('train').fraction)
  agenda.follow(stenobird(...several(8)), start)
  live(start, start + minute)
  agenda.lost(start + minute)
  expect(live(start + minute, start + 6 * hour)).toEqual([])
  agenda.back('no-network', start + 6 * hour)
  const looks = live(start + 6 * hour, start + 6 * hour + 1)
  expect(looks).toHaveLength(8)
  const due = Object.fromEntries(agenda.kept().podcasts.map(({ slug, dueAtMs }) => [slug, dueAtMs]))
  expect(Object.values(due).every((atMs) => atMs > start + 6 * hour)).toBe(true)
})

test('a podcast that failed for want of a network is due again when it is back, unless nothing ever answers for it', () => {
  const { agenda } = arrange()
  agenda.follow(stenobird('a'), start)
  const backAfterSilence = (nowMs: number) => {
    agenda.observe('a', problem('unreachable'), nowMs)
    agenda.lost(nowMs)
    agenda.back('no-network', nowMs + 1)
    return agenda.release(nowMs + 1)
  }
  agenda.release(start)
  for (const second of [1, 2, 3]) expect(backAfterSilence(start + second * 1000)).toEqual(['a'])
  expect(backAfterSilence(start + 4000)).toEqual([])
})

test('when a silent service is back, what is overdue is spread', () => {
  const { agenda, live } = arrange(emptyAgenda, randomFor('silent').fraction)
  agenda.follow(stenobird(...several(60)), start)
  live(start, start + 1)
  agenda.lost(start + 1)
  agenda.back('silent-service', start + 10 * hour)
  const looks = live(start + 10 * hour, start + 13 * hour)
  expect(looks.filter(({ atMs }) => atMs < start + 11 * hour).length).toBeLessThan(35)
  expect(new Set(looks.map(({ slug }) => slug)).size).toBe(60)
})

test('a clock that was set back leaves nobody waiting for years', () => {
  const later = start + 365 * day
  const ahead = arrange().agenda
  ahead.moveToService('https://one.example', later)
  ahead.follow(stenobird('a', 'b'), later)
  ahead.release(later)
  ahead.observe('a', unchanged, later)
  ahead.observe('b', problem('rate-limited', 600), later)
  const { agenda } = arrange(ahead.kept())
  agenda.follow(stenobird('a', 'b'), start)
  expect(agenda.heldUntilMs(start)).toBe(0)
  expect(agenda.release(start)).toEqual(['a', 'b'])
})

test('the guide is read once each time the app runs, whatever the service does', () => {
  const { agenda } = arrange()
  const guide = { slug: 'guide', source: 'guide' as const }
  agenda.follow([guide, ...stenobird('a')], start)
  agenda.lost(start)
  expect(agenda.release(start)).toEqual(['guide'])
  agenda.observe('guide', unchanged, start)
  expect(agenda.release(start + 30 * day)).toEqual([])
  expect(agenda.shown(start).guide?.next).toEqual({ kind: 'on-this-computer' })
  const next = arrange(agenda.kept()).agenda
  next.follow([guide], start)
  expect(next.release(start)).toEqual(['guide'])
})

test('shows what each podcast waits for', () => {
  const { agenda } = arrange()
  agenda.follow(stenobird('a', 'b'), start)
  const next = (nowMs: number) => agenda.shown(nowMs).b?.next
  expect(next(start)).toEqual({ kind: 'now' })
  agenda.release(start)
  agenda.observe('b', unchanged, start)
  expect(agenda.shown(start).b).toEqual({
    lastCheckedAtMs: start,
    everyMs: 3 * hour,
    next: { kind: 'at', atMs: start + 3 * hour },
  })
  agenda.lost(start)
  expect(next(start + minute)).toEqual({ kind: 'at', atMs: start + 3 * hour })
  expect(next(start + 4 * hour)).toEqual({ kind: 'unreachable' })
  agenda.back('no-network', start + 4 * hour)
  agenda.observe('a', problem('server-error'), start + 4 * hour)
  expect(next(start + 4 * hour)).toEqual({ kind: 'service-troubled', atMs: start + 4 * hour + 1.5 * minute })
  agenda.observe('a', problem('rate-limited', 3600), start + 4 * hour)
  expect(next(start + 4 * hour)).toEqual({ kind: 'held', untilMs: start + 5 * hour + 15 * minute })
})

test('a podcast that is named twice, now or in what was kept, is looked at once', () => {
  const { agenda } = arrange()
  agenda.follow(stenobird('a', 'a', 'b'), start)
  expect(agenda.release(start)).toEqual(['a', 'b'])
  const [one] = agenda.kept().podcasts
  if (one === undefined) throw new Error('There are two.')
  const again = arrange({ ...agenda.kept(), podcasts: [one, one] }).agenda
  expect(again.release(start)).toEqual(['a'])
})

test('a podcast that another source answers for now is looked at anew', () => {
  const { agenda } = arrange()
  agenda.follow(stenobird('a'), start)
  agenda.observe('a', unchanged, start)
  agenda.follow([{ slug: 'a', source: 'guide' }], start)
  expect(agenda.release(start)).toEqual(['a'])
})

test('a hold that lies further ahead than any can is not believed', () => {
  const service = {
    kind: 'troubled' as const,
    sinceMs: start,
    failuresInARow: 1,
    tryAtMs: start,
    heldUntilMs: start + 300 * day,
  }
  expect(arrange({ ...emptyAgenda, service }).agenda.heldUntilMs(start)).toBe(0)
})
