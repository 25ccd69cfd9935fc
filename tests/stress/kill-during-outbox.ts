import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from '@playwright/test'
import type { Earmark } from '../e2e/app.ts'
import { type Random, randomFor } from '../server/catalogue/random.ts'
import { type StandIn, startStandIn } from '../server/stand-in.ts'
import { askFor, cancelOne, playGuide, startEarmark, syncAll, writeNote } from './acts.ts'
import { changeSome, compared, libraryOnceEqual, titlesOf } from './library-proof.ts'
import { type OutboxFaults, openLedger } from './outbox-ledger.ts'
import { readLibrary } from './read-library.ts'
import { readRequests, type StoredRequest } from './read-requests.ts'
import type { StressRun } from './run.ts'

type OutboxKillPlan = { seed: number; moments: number; episodes: number; say: (line: string) => void }

type OutboxKillFigures = OutboxFaults &
  ReturnType<typeof compared> & {
    kills: number
    /** In how many of them a request was under way, or a pass, by the database's own word just before. */
    killedWhileSending: number
    killedMidPass: number
    asked: number
    cancelled: number
    /** Requests that arrived at the service, and for how many episodes. */
    arrivals: number
    episodesArrived: number
  }

export const killDuringOutboxRun: StressRun = {
  usage: '[--moments N] [--episodes N]',
  run: async ({ seed, moments, episodes, say }) => {
    const figures = await killDuringOutbox({ seed, moments: moments ?? 100, episodes: episodes ?? 400, say })
    return { figures, passed: outboxFaults(figures) === 0 }
  },
}

/** How much of what was acknowledged did not hold. */
function outboxFaults(figures: OutboxKillFigures): number {
  const lists = Object.values(figures).filter((value) => Array.isArray(value))
  const unlike = figures.episodesFound === figures.episodesExpected ? 0 : 1
  return lists.reduce((sum, list) => sum + list.length, unlike)
}

/** One podcast changes, so that there is something to sync; for episodes of the other, transcripts are asked for. */
const changing = 'day-two-devops'
/** Few enough that an episode is asked for again, also after it was cancelled. */
const mostAskedFor = 40
/** Pages that take their time, so that a moment inside a pass can be met as well. */
const pageMs = [50, 500, 1500] as const
/** Requests that stay with the service for a while, so that a moment inside one can be met. */
const sendingMs = [200, 800, 2000] as const

/**
 * Kills the app (SIGKILL) at random moments while it syncs and sends requests, and starts it again, until it was killed
 * often enough; then lets it finish, and compares what it acknowledged with the library, the outbox and what arrived
 * at the service. Some answers to requests are lost on their way, or say that it is too early.
 */
export async function killDuringOutbox(plan: OutboxKillPlan): Promise<OutboxKillFigures> {
  const { seed, moments, episodes, say } = plan
  const random = randomFor('kill-during-outbox', seed)
  const standIn = await startStandIn({ seed, podcasts: 2, episodesPerPodcast: episodes })
  const dataDirectory = await mkdtemp(join(tmpdir(), 'earmark-kill-'))
  const ledger = openLedger(standIn)
  const askable = askableEpisodes(standIn, episodes)
  const notes: string[] = []
  /** By the database's own word just before. */
  const killed = { whileSending: 0, midPass: 0 }

  /** Does something and waits; says how it stood just before the kill. */
  async function act(earmark: Earmark, kill: number): Promise<string> {
    notes.push(await writeNote(earmark, `note ${kill}`))
    await syncAll(earmark)
    for (let asks = random.whole(1, 3); asks > 0; asks -= 1) {
      const { title, id } = random.pick(askable)
      const before = await readRequests(earmark.page)
      await askFor(earmark, title)
      ledger.asked(id, before)
    }
    if (random.fraction() < 0.4) {
      const title = await cancelOne(earmark)
      const tried = askable.find((episode) => episode.title === title)
      const rows = await readRequests(earmark.page)
      const isCancelled = rows.some((row) => row.episodeId === tried?.id && row.state === 'cancelled')
      if (tried !== undefined && isCancelled) ledger.cancelled(tried.id)
    }
    const waitMs = random.whole(0, 900)
    await pause(waitMs)
    const { passUnderWay } = await readLibrary(earmark.page, changing)
    const rows = await readRequests(earmark.page)
    ledger.seen(rows)
    const isSending = rows.some(({ state }) => state === 'sending')
    if (isSending) killed.whileSending += 1
    if (passUnderWay) killed.midPass += 1
    return `${waitMs} ms after the last act, ${isSending ? 'while' : 'not'} sending, ${passUnderWay ? 'in' : 'outside'} a pass`
  }

  try {
    const first = await startEarmark(dataDirectory, standIn)
    await playGuide(first)
    for (const { slug } of standIn.podcasts) await first.addPodcast(slug)
    const asked = askedPodcast(standIn)
    await libraryOnceEqual(first, asked, titlesOf(standIn, asked, episodes))
    await first.kill()

    for (let kill = 1; kill <= moments; kill += 1) {
      changeSome(standIn, changing, episodes, random)
      disturb(standIn, random)
      const earmark = await startEarmark(dataDirectory, standIn)
      // Some moments lie in the start itself, where what was under way is taken up again.
      const moment = random.fraction() < 0.2 ? await aMomentOfTheStart(random) : await act(earmark, kill)
      await earmark.kill()
      say(`kill ${kill} of ${moments}: ${moment}`)
    }

    standIn.mend('A3')
    standIn.mend('K3')
    const last = await startEarmark(dataDirectory, standIn)
    await syncAll(last)
    const expected = titlesOf(standIn, changing, episodes)
    const found = await libraryOnceEqual(last, changing, expected)
    const rows = await requestsOnceSettled(last, (stored) => ledger.outstanding(stored).length === 0)
    await last.quit()
    return {
      kills: moments,
      killedWhileSending: killed.whileSending,
      killedMidPass: killed.midPass,
      ...ledger.counts(),
      ...ledger.faults(rows),
      ...compared(expected, found, notes),
    }
  } finally {
    await standIn.stop()
    await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 })
  }
}

function askedPodcast(standIn: StandIn): string {
  return standIn.podcasts.find(({ slug }) => slug !== changing)?.slug ?? changing
}

type Askable = { id: string; title: string }

/** With titles of which none stands in another, of either podcast, so that each is found by its own. */
function askableEpisodes(standIn: StandIn, episodes: number): [Askable, ...Askable[]] {
  const slug = askedPodcast(standIn)
  const all = Array.from({ length: episodes }, (_, index) => standIn.episode(slug, index))
  const titles = [...all.map(({ title }) => title), ...titlesOf(standIn, changing, episodes).values()]
  const plain = all.filter(
    ({ title }) =>
      /^[\w ,:]{8,}$/.test(title) && titles.filter((other) => other.includes(title)).length === 1,
  )
  const [first, ...others] = plain.slice(0, mostAskedFor).map((episode) => ({
    id: `${slug}/${episode.slug}`,
    title: episode.title,
  }))
  if (first === undefined) throw new Error('The stand-in has no episode whose title stands alone.')
  return [first, ...others]
}

/** Slow answers, lost ones, and a service that is too busy, once. */
function disturb(standIn: StandIn, random: Random): void {
  const drawn = random.fraction()
  standIn.break('A3', { delayMs: random.pick(pageMs) })
  if (drawn < 0.1) standIn.break('K3', { answer: 'nothing', times: 1 })
  else if (drawn < 0.2) standIn.break('K3', { answer: 'cut-off', times: 1 })
  else if (drawn < 0.3) standIn.break('K3', { status: 503, retryAfterSeconds: 1, times: 1 })
  else standIn.break('K3', { delayMs: random.pick(sendingMs) })
}

async function aMomentOfTheStart(random: Random): Promise<string> {
  const waitMs = random.whole(0, 1500)
  await pause(waitMs)
  return `${waitMs} ms after the window came`
}

/** Waits for the outbox to be worked off, by its result; what it ends with is judged by the caller. */
async function requestsOnceSettled(
  { page }: Earmark,
  isSettled: (rows: readonly StoredRequest[]) => boolean,
): Promise<StoredRequest[]> {
  await expect
    .poll(async () => isSettled(await readRequests(page)), { timeout: 120_000 })
    .toBe(true)
    .catch(() => {})
  return readRequests(page)
}
