import { z } from 'zod'
import type { Call } from '../http/call.ts'
import { json, notFound, problem, type Reply } from '../http/reply.ts'
import type { Route } from '../http/route.ts'
import { transcriptEvents } from './transcript-events.ts'
import { billedMinutes, stepped, type TranscriptJob, transcriptChunks } from './transcript-job.ts'
import type { World } from './world.ts'

const retryAfterSeconds = 1
const orderSchema = z.object({ audio_url: z.url({ protocol: /^https?$/ }), webhook_url: z.url().optional() })

/** K4 and K5. Any key is good but `invalid`. Nothing is fetched: not the audio, not the webhook. */
export function transcriptRoutes({ catalogue }: World): Route[] {
  const jobs = new Map<string, TranscriptJob>()
  const idsByKey = new Map<string, string>()

  function create(call: Call): Reply {
    const authorization = call.headers.authorization
    if (authorization !== undefined && !/^Bearer (?!invalid$)\S+$/.test(authorization)) {
      return problem(401, 'invalid_api_key', 'This key is not known.')
    }
    const order = orderSchema.safeParse(parsedJson(call.body))
    if (!order.success) return problem(422, 'invalid_request', 'audio_url must be an http or https address.')

    const key = call.headers['idempotency-key']
    const before = jobs.get(idsByKey.get(key ?? '') ?? '')
    if (before !== undefined) return json(description(before, call.origin), { status: 201 })
    const job: TranscriptJob = {
      id: `tr_${String(jobs.size + 1).padStart(6, '0')}`,
      audioUrl: order.data.audio_url,
      webhookUrl: order.data.webhook_url ?? null,
      mode: authorization === undefined ? 'preview' : 'full',
      status: 'queued',
      durationSeconds: durationOf(order.data.audio_url),
    }
    jobs.set(job.id, job)
    if (key !== undefined) idsByKey.set(key, job.id)
    return json(description(job, call.origin), { status: 201 })
  }

  function durationOf(audioUrl: string): number {
    const [, podcast = '', episode = ''] =
      /\/audio\/([^/]+)\/([^/]+)\.wav$/.exec(new URL(audioUrl).pathname) ?? []
    return catalogue.episode(podcast, episode)?.durationSeconds ?? 60
  }

  const withJob = (answer: (job: TranscriptJob, call: Call) => Reply) => (call: Call) => {
    const job = jobs.get(call.part('id'))
    return job === undefined ? notFound('transcript') : answer(job, call)
  }

  const path = '/v1/transcripts/{id}'
  return [
    { part: 'K4', method: 'POST', path: '/v1/transcripts', answer: create },
    { part: 'K5', method: 'GET', path, answer: withJob(status) },
    { part: 'K5', method: 'GET', path: `${path}/events`, answer: withJob(transcriptEvents) },
    { part: 'K5', method: 'GET', path: `${path}/result`, answer: withJob(result) },
  ]
}

function status(job: TranscriptJob, call: Call): Reply {
  job.status = stepped(job.status)
  return uncached(json(description(job, call.origin)))
}

function result(job: TranscriptJob): Reply {
  if (job.status !== 'completed') {
    const early = problem(409, 'transcript_not_ready', 'The transcript is not ready yet.', {
      retry_after_seconds: retryAfterSeconds,
    })
    return { ...early, headers: { ...early.headers, 'retry-after': String(retryAfterSeconds) } }
  }
  return uncached(
    json({
      id: job.id,
      mode: job.mode,
      text: transcriptChunks(job).join(' '),
      duration_seconds: job.durationSeconds,
      billed_minutes: billedMinutes(job),
    }),
  )
}

function description(job: TranscriptJob, origin: string) {
  const address = `${origin}/v1/transcripts/${job.id}`
  const isReady = job.status === 'completed'
  return {
    id: job.id,
    status: job.status,
    mode: job.mode,
    status_url: address,
    poll_url: address,
    events_url: `${address}/events`,
    result_url: `${address}/result`,
    ...(job.webhookUrl === null ? {} : { webhook_url: job.webhookUrl }),
    terminal: isReady,
    result_ready: isReady,
    retry_after_seconds: isReady ? null : retryAfterSeconds,
  }
}

function uncached(reply: Reply): Reply {
  return { ...reply, headers: { ...reply.headers, 'cache-control': 'no-store' } }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
