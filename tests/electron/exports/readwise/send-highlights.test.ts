import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createReadwiseSender } from '../../../../electron/exports/readwise/send-highlights.ts'
import { openSentNotes } from '../../../../electron/exports/readwise/sent-notes.ts'
import type { Timers } from '../../../../electron/net/timers.ts'
import type { ExportWaiting } from '../../../../shared/exports/outcomes.ts'
import type { NotedEpisode } from '../../../../shared/formats/noted-episode.ts'
import { type StandIn, startStandIn } from '../../../server/stand-in.ts'
import { hostileTexts } from '../../../shared/formats/hostile-text.ts'
import { madeNote, madeNotedEpisode } from '../../../shared/formats/made-notes.ts'
import { testFetcher } from '../../test-fetcher.ts'

let folder = ''
let standIn: StandIn
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earmark-readwise-'))
  standIn = await startStandIn({ podcasts: 1, episodesPerPodcast: 1 })
})
afterEach(async () => {
  await standIn.stop()
  await rm(folder, { recursive: true, force: true })
})

/** A clock on which waiting takes no time, and which knows how long it was. */
function quickTimers(): Timers & { waited: number[] } {
  let now = 1_000_000
  const waited: number[] = []
  return {
    waited,
    now: () => now,
    after: (milliseconds, run) => {
      waited.push(milliseconds)
      now += Math.max(0, milliseconds)
      const timer = setImmediate(run)
      return () => clearImmediate(timer)
    },
  }
}

async function sending(given: { token?: string; stopsWhenTold?: AbortController } = {}) {
  const timers = quickTimers()
  const waits: ExportWaiting[] = []
  const sentNotes = await openSentNotes(join(folder, 'sent.txt'))
  const sender = createReadwiseSender({
    fetcher: testFetcher(),
    baseUrl: standIn.url,
    token: given.token ?? standIn.readwise.token,
    sentNotes,
    timers,
    signal: (given.stopsWhenTold ?? new AbortController()).signal,
    waits: (waiting) => {
      waits.push(waiting)
      given.stopsWhenTold?.abort()
    },
  })
  const send = async (...episodes: NotedEpisode[]) => {
    for (const noted of episodes) {
      const added = await sender.add(noted)
      if (!added.ok) return added
    }
    return sender.finish()
  }
  return { send, timers, waits, sentNotes }
}

function notes(count: number, body = 'Note'): NotedEpisode {
  const made = Array.from({ length: count }, (_, index) => madeNote(index, { body: `${body} ${index}` }))
  return madeNotedEpisode({}, { notes: made })
}

describe('sending to Readwise', () => {
  test('sends each note once, in batches with a pause between, and again once it changed', async () => {
    const first = await sending()
    expect(await first.send(notes(250))).toEqual({ ok: true, value: { sent: 250, known: 0 } })
    expect(standIn.readwise.batches.map(({ count }) => count)).toEqual([100, 100, 50])
    expect(first.timers.waited.filter((ms) => ms > 0)).toEqual([250, 250])
    expect(standIn.readwise.highlights[0]).toMatchObject({
      text: 'Note 0',
      title: 'On steeping',
      author: 'Tea and talk',
      category: 'podcasts',
      location: 61,
      location_type: 'time_offset',
      source_url: 'https://tea.example/steeping',
      highlight_url: 'https://audio.example/1.mp3#t=61.5',
    })

    // After a restart.
    const second = await sending()
    const changed = notes(250)
    const [one, ...rest] = changed.notes
    if (one === undefined) throw new Error('no note')
    const again = { ...changed, notes: [{ ...one, tags: ['tea', 'to read'], starred: true }, ...rest] }
    expect(await second.send(again)).toEqual({ ok: true, value: { sent: 1, known: 249 } })
    expect(standIn.readwise.highlights.at(-1)?.note).toBe('.tea .to-read .favorite')
  })

  test('waits as long as it is told to, and goes on', async () => {
    standIn.break('readwise', { status: 429, retryAfterSeconds: 37, times: 2 })
    const { send, timers, waits } = await sending()
    expect(await send(notes(3))).toMatchObject({ ok: true, value: { sent: 3 } })
    expect(timers.waited.filter((ms) => ms > 1000)).toEqual([37_000, 37_000])
    expect(waits).toEqual([
      { forSeconds: 37, because: 'asked-to-wait' },
      null,
      { forSeconds: 37, because: 'asked-to-wait' },
      null,
    ])
    expect(standIn.readwise.highlights).toHaveLength(3)
  })

  test('tries again after trouble, gives up in the end, and knows what was taken', async () => {
    const { send } = await sending()
    expect(await send(notes(100))).toMatchObject({ ok: true })
    standIn.break('readwise', { status: 500, times: 2 })
    const second = await sending()
    expect(await second.send(notes(150))).toEqual({ ok: true, value: { sent: 50, known: 100 } })
    standIn.break('readwise', { status: 503 })
    const third = await sending()
    const failed = await third.send(notes(300))
    expect(failed).toMatchObject({ ok: false, problem: { code: 'server-error' } })
    expect(failed.ok ? '' : failed.problem.message).toContain('Nothing was sent.')
    expect(third.timers.waited.filter((ms) => ms > 1000)).toEqual([2000, 4000, 8000, 16_000])
    standIn.mend()
    const fourth = await sending()
    expect(await fourth.send(notes(300))).toEqual({ ok: true, value: { sent: 150, known: 150 } })
    expect(new Set(standIn.readwise.highlights.map(({ text }) => text)).size).toBe(300)
    expect(standIn.readwise.highlights).toHaveLength(300)
  })

  test('a connection that is cut or refused is tried again', async () => {
    await standIn.stop()
    const { send, waits } = await sending()
    const failed = await send(notes(1))
    expect(failed).toMatchObject({ ok: false, problem: { code: 'unreachable' } })
    expect(waits.filter((waiting) => waiting !== null)).toHaveLength(4)
    await standIn.restart()
    expect(await (await sending()).send(notes(1))).toMatchObject({ ok: true, value: { sent: 1 } })
  })

  test('a token that is not taken is told at once, with where to get one', async () => {
    const { send, waits } = await sending({ token: 'wrong' })
    const failed = await send(notes(1))
    expect(failed).toMatchObject({ ok: false, problem: { code: 'refused' } })
    expect(failed.ok ? '' : failed.problem.message).toContain('readwise.io/access_token')
    expect(waits).toEqual([])
  })

  test('stops while it waits', async () => {
    standIn.break('readwise', { status: 429, retryAfterSeconds: 3600 })
    const { send, waits } = await sending({ stopsWhenTold: new AbortController() })
    expect(await send(notes(1))).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
    expect(waits).toEqual([{ forSeconds: 3600, because: 'asked-to-wait' }, null])
    expect(standIn.readwise.highlights).toEqual([])
  })

  test('whatever notes hold, Readwise takes them', async () => {
    const made = [...hostileTexts, 'x'.repeat(1_000_000), '👩‍🚀'.repeat(9000), ''].flatMap((text, index) => [
      madeNote(index, { body: text }),
      madeNote(500 + index, {
        body: text,
        anchor: { kind: 'highlight', highlightKind: 'other', quote: text },
      }),
    ])
    const hostile = hostileTexts.map((title) =>
      madeNotedEpisode({ title, podcastTitle: title }, { notes: made.slice(0, 2) }),
    )
    const { send } = await sending()
    expect(await send(madeNotedEpisode({}, { notes: made }), ...hostile)).toMatchObject({ ok: true })
  })

  test('a note of what was sent that was cut off in the middle costs one note sent again', async () => {
    const { send } = await sending()
    await send(notes(3))
    const path = join(folder, 'sent.txt')
    const text = await readFile(path, 'utf8')
    await rm(path)
    await appendFile(path, text.slice(0, -5))
    expect(await (await sending()).send(notes(3))).toEqual({ ok: true, value: { sent: 1, known: 2 } })
    expect(await (await sending()).send(notes(3))).toEqual({ ok: true, value: { sent: 0, known: 3 } })
  })

  test('another account has none of them', async () => {
    const { send, sentNotes } = await sending()
    await sentNotes.holdFor('0123456789abcdef')
    await send(notes(3))
    const same = await openSentNotes(join(folder, 'sent.txt'))
    await same.holdFor('0123456789abcdef')
    expect(same.count()).toBe(3)
    await same.holdFor('fedcba9876543210')
    expect(same.count()).toBe(0)
  })
})
