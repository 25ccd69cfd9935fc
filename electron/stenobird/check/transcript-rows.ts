import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { z } from 'zod'
import { knownAddresses, wireTranscriptSchema } from '../known.ts'
import type { Identity } from '../reading/assemble-episode.ts'
import { type Ask, type Asked, parsedJson, type Taken } from './asker.ts'
import { insteadOf } from './podcast-rows.ts'
import { notTried, type RowReport } from './row-report.ts'
import { sorted, type UnderstoodFields } from './understood-fields.ts'

type Transcript = z.infer<typeof wireTranscriptSchema>

/** A preview is 15 seconds of speech, and should not take longer than this. */
const patienceMs = 30_000
const withoutSend = 'It asks for work, so it is sent with --send only.'

/** K3, K4 and K5, none of which is asked without `--send`: the first two cause work, and the third asks for its result. */
export function transcriptRowsNotTried(): RowReport[] {
  const row5 = notTried('K5', 'It needs the id that K4 gives, which is sent with --send only.')
  return [notTried('K3', withoutSend), notTried('K4', withoutSend), row5]
}

/** K3. Any 2xx accepts the request, whatever the body says. */
export async function sendTranscriptionRequest(
  ask: Ask,
  base: string,
  identity: Identity,
): Promise<RowReport> {
  const url = knownAddresses.transcriptionRequests(base, identity.podcastSlug, identity.slug)
  const idempotencyKey = randomUUID()
  const { report } = await ask(
    'K3',
    { url, method: 'POST', accept: 'application/json', idempotencyKey, body: 'ignored' },
    ({ status }) => ({
      ok: true,
      value: null,
      fields: sorted({ accepted: true }),
      note: `Status ${status}.`,
    }),
  )
  return report
}

/** K4, without a key: a preview, which costs nothing. Then K5 for it. */
export async function sendTranscript(ask: Ask, base: string, audioUrl: string): Promise<RowReport[]> {
  const url = knownAddresses.transcripts(base)
  const order = JSON.stringify({ audio_url: audioUrl })
  const request = {
    url,
    method: 'POST',
    accept: 'application/json',
    json: order,
    idempotencyKey: randomUUID(),
  } as const
  const ordered = await ask('K4', request, takeTranscript)
  if (ordered.value === null) return [ordered.report, notTried('K5', 'K4 gave no id to ask for.')]
  return [ordered.report, await followTranscript(ask, knownAddresses.transcript(base, ordered.value.id))]
}

function takeTranscript({ text }: { text: string }): Taken<Transcript> {
  const wire = wireTranscriptSchema.safeParse(parsedJson(text))
  return wire.success
    ? { ok: true, value: wire.data, fields: sorted(wire.data) }
    : insteadOf(text, 'the state of a transcript')
}

/** How it stands until it is done, then its events, then its result; told as one row. */
async function followTranscript(ask: Ask, url: string): Promise<RowReport> {
  const status = await untilDone(ask, url)
  if (status.value?.result_ready !== true) {
    const note = status.value === null ? status.report.note : `Not ready after ${patienceMs / 1000} seconds.`
    return { ...status.report, note }
  }
  const events = await ask('K5', { url: `${url}/events`, accept: 'text/event-stream' }, takeEvents)
  const result = await ask('K5', { url: `${url}/result`, accept: 'application/json' }, takeResult)
  const all = [status, events, result].map(({ report }) => report)
  const failed = all.find(({ outcome }) => outcome !== 'understood')
  return {
    ...status.report,
    outcome: failed?.outcome ?? 'understood',
    understood: all.flatMap(({ understood }) => understood),
    missing: all.flatMap(({ missing }) => missing),
    note: failed === undefined ? '' : `${failed.request}: ${failed.note}`,
  }
}

async function untilDone(ask: Ask, url: string): Promise<Asked<Transcript>> {
  const endMs = performance.now() + patienceMs
  for (;;) {
    const status = await ask('K5', { url, accept: 'application/json' }, takeTranscript)
    const waitMs = 1000 * Math.min(10, Math.max(0.2, status.value?.retry_after_seconds ?? 2))
    if (status.value?.terminal !== false || performance.now() + waitMs > endMs) return status
    await pause(waitMs)
  }
}

const knownEvents = ['status', 'transcript', 'preview_locked', 'done']

function takeEvents({ text }: { text: string }): Taken<null> {
  const names = new Set([...text.matchAll(/^event:[ \t]?([^\r\n]{1,100})/gm)].map((match) => match[1] ?? ''))
  if (names.size === 0) return insteadOf(text, 'a stream of events')
  const fields: UnderstoodFields = {
    understood: knownEvents.filter((name) => names.has(name)).map((name) => `event ${name}`),
    missing: knownEvents.filter((name) => !names.has(name)).map((name) => `event ${name}`),
  }
  return { ok: true, value: null, fields }
}

/** What a result holds is not known; that it is JSON is. */
function takeResult({ text }: { text: string }): Taken<null> {
  const json = parsedJson(text)
  if (typeof json !== 'object' || json === null) return insteadOf(text, 'the result of a transcript')
  const understood = Object.keys(json)
    .slice(0, 20)
    .map((name) => `result ${name}`)
  return { ok: true, value: null, fields: { understood, missing: [] } }
}
