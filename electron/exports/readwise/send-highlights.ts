import type { ExportWaiting } from '../../../shared/exports/outcomes.ts'
import type { NotedEpisode } from '../../../shared/formats/noted-episode.ts'
import { type ReadwiseHighlight, readwiseHighlight } from '../../../shared/formats/readwise.ts'
import { failure, type Problem, type Result, success } from '../../../shared/result.ts'
import type { Fetcher } from '../../net/fetcher.ts'
import { pause, type Timers } from '../../net/timers.ts'
import { digestOfHighlight, type SentNotes } from './sent-notes.ts'

/** 240 requests a minute. */
const leastBetweenMs = 250
const mostInBatch = 100
/** Of JSON text; a highlight has 18,000 characters at most. */
const longestBatch = 500_000
/** When Readwise does not say for how long. */
const usualWaitSeconds = 60
/** After trouble: 2, 4, 8, 16 seconds. */
const mostTries = 5
/** It tells to wait as often as it likes, but not for ever. */
const mostWaits = 30

type Waiting = { noteId: string; digest: string; highlight: ReadwiseHighlight; length: number }

export type ReadwiseSender = {
  /** Sends what is new of an episode, or keeps it until there is enough to send. */
  add: (noted: NotedEpisode) => Promise<Result<null>>
  finish: () => Promise<Result<{ sent: number; known: number }>>
}

/** Sends notes, each once as it is; what was taken is noted down before the next are sent. */
export function createReadwiseSender(parts: {
  fetcher: Pick<Fetcher, 'request'>
  baseUrl: string
  token: string
  sentNotes: SentNotes
  timers: Timers
  signal: AbortSignal
  /** Told when nothing is sent for a while, and `null` when it goes on. */
  waits: (waiting: ExportWaiting) => void
}): ReadwiseSender {
  const { fetcher, baseUrl, token, sentNotes, timers, signal, waits } = parts
  let batch: Waiting[] = []
  let length = 0
  let [sent, known] = [0, 0]
  let lastMs = Number.NEGATIVE_INFINITY

  async function send(): Promise<Result<null>> {
    const sending = batch
    batch = []
    length = 0
    if (sending.length === 0) return success(null)
    const json = JSON.stringify({ highlights: sending.map(({ highlight }) => highlight) })
    const posted = await post(json)
    if (!posted.ok) return { ok: false, problem: inWords(posted.problem, sent) }
    await sentNotes.note(sending)
    sent += sending.length
    return success(null)
  }

  async function post(json: string): Promise<Result<null>> {
    for (let [tries, asked] = [1, 0]; ; ) {
      await pause(timers, lastMs + leastBetweenMs - timers.now(), signal)
      if (signal.aborted) return failure('cancelled', 'Stopped.')
      lastMs = timers.now()
      const answer = await fetcher.request({
        url: `${baseUrl}/api/v2/highlights/`,
        method: 'POST',
        accept: 'application/json',
        authorization: `Token ${token}`,
        json,
        body: 'ignored',
        signal,
      })
      if (answer.ok) return success(null)
      const { problem } = answer
      if (problem.code === 'rate-limited' && asked < mostWaits) {
        asked += 1
        await wait(problem.retryAfterSeconds ?? usualWaitSeconds, 'asked-to-wait')
      } else if (mayPass.has(problem.code) && tries < mostTries) {
        await wait(Math.max(problem.retryAfterSeconds ?? 0, 2 ** tries), 'trouble')
        tries += 1
      } else return answer
    }
  }

  async function wait(forSeconds: number, because: 'asked-to-wait' | 'trouble'): Promise<void> {
    waits({ forSeconds, because })
    await pause(timers, forSeconds * 1000, signal)
    waits(null)
  }

  return {
    add: async (noted) => {
      for (const note of noted.notes) {
        const highlight = readwiseHighlight(noted, note)
        const digest = digestOfHighlight(highlight)
        if (sentNotes.isSent(note.id, digest)) {
          known += 1
          continue
        }
        const waiting = { noteId: note.id, digest, highlight, length: JSON.stringify(highlight).length }
        if (batch.length === mostInBatch || length + waiting.length > longestBatch) {
          const posted = await send()
          if (!posted.ok) return posted
        }
        batch.push(waiting)
        length += waiting.length
      }
      return success(null)
    },
    finish: async () => {
      const posted = await send()
      return posted.ok ? success({ sent, known }) : posted
    },
  }
}

/** What may be over in a moment. A connection that was cut may have brought them there: Readwise knows the same ones again. */
const mayPass: ReadonlySet<Problem['code']> = new Set(['server-error', 'unreachable', 'timeout'])

function inWords(problem: Problem, sent: number): Problem {
  const kept =
    sent === 0
      ? 'Nothing was sent.'
      : `${sent.toLocaleString('en')} of your notes were sent; the others go the next time.`
  switch (problem.code) {
    case 'cancelled':
      return { ...problem, message: `Stopped. ${kept}` }
    case 'refused':
      return {
        ...problem,
        message: `Readwise does not take this access token. ${kept} Get the token anew at readwise.io/access_token.`,
      }
    case 'rejected':
      return { ...problem, message: `Readwise does not take these notes as they are. ${kept}` }
    default:
      return { ...problem, message: `${problem.message} ${kept}` }
  }
}
