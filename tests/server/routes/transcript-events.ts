import type { Call } from '../http/call.ts'
import type { Reply } from '../http/reply.ts'
import { type TranscriptJob, transcriptChunks } from './transcript-job.ts'

/**
 * Server-Sent Events of K5. Events are numbered, and one that names the last it had in `Last-Event-ID` gets what follows.
 * Whoever hears them to the end finds the transcript completed.
 */
export function transcriptEvents(job: TranscriptJob, call: Call): Reply {
  const heard = Number(call.headers['last-event-id'] ?? 0)
  return {
    status: 200,
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
    body: {
      length: null,
      *chunks() {
        let id = 0
        for (const [name, data] of eventsOf(job)) {
          id += 1
          if (name === 'done') job.status = 'completed'
          if (id > heard) yield Buffer.from(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
        }
      },
    },
  }
}

function* eventsOf(job: TranscriptJob): Generator<[name: string, data: unknown]> {
  yield ['status', { id: job.id, status: 'processing' }]
  for (const [index, text] of transcriptChunks(job).entries()) {
    yield ['transcript', { text, chunk_index: index }]
  }
  if (job.mode === 'preview') yield ['preview_locked', { message: 'The rest needs a key.' }]
  yield ['done', { id: job.id, status: 'completed' }]
}
