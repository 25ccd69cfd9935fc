import type { ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { answersOf, type Fault } from '../faults/fault.ts'
import type { Reply, Stream } from './reply.ts'

type Sending = {
  faults: readonly Fault[]
  /** Hears of the body's bytes as the system takes them. */
  sent: (bytes: number) => void
}

/** Writes a reply no faster than the asker reads it, and breaks it off or slows it down where that is switched on. */
export async function send(
  response: ServerResponse,
  method: string,
  reply: Reply,
  { faults, sent }: Sending,
): Promise<void> {
  if (response.destroyed) return
  if (answersOf(faults).has('not-http')) {
    response.socket?.end('Welcome. Type HELP for a list of commands.\r\n\r\n')
    return
  }
  const body = streamOf(reply.body)
  const hasBody = reply.status !== 304 && reply.status !== 204
  if (hasBody && body.length !== null) response.setHeader('content-length', body.length)
  response.writeHead(reply.status, reply.headers)
  if (method === 'HEAD' || !hasBody) {
    response.end()
    return
  }
  const answers = answersOf(faults)
  if (answers.has('head-only')) {
    response.flushHeaders()
    return
  }
  await sendBody(response, body, { cutAt: cutOf(faults, body.length), bytesPerSecond: speedOf(faults), sent })
}

async function sendBody(
  response: ServerResponse,
  body: Stream,
  { cutAt, bytesPerSecond, sent: tell }: { cutAt: number; bytesPerSecond: number; sent: Sending['sent'] },
): Promise<void> {
  const left = new AbortController()
  response.once('close', () => left.abort())
  let sent = 0
  try {
    for await (const whole of body.chunks(left.signal)) {
      for (const chunk of piecesOf(whole, bytesPerSecond)) {
        if (bytesPerSecond !== Infinity) {
          await pause((chunk.length / bytesPerSecond) * 1000, undefined, { signal: left.signal })
        }
        const piece = chunk.subarray(0, cutAt - sent)
        await write(response, piece, left)
        tell(piece.length)
        sent += chunk.length
        if (sent >= cutAt) {
          response.destroy()
          return
        }
      }
    }
    response.end()
  } catch (error) {
    if (!left.signal.aborted) throw error
  }
}

/** Resolves once the system has taken the bytes, so that what comes before a cut is sure to arrive. */
async function write(response: ServerResponse, chunk: Uint8Array, left: AbortController): Promise<void> {
  left.signal.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const giveUp = () => reject(left.signal.reason)
  left.signal.addEventListener('abort', giveUp, { once: true })
  // A write fails for one reason only: nobody is there any more.
  response.write(chunk, (error) => (error ? left.abort(error) : resolve()))
  await promise.finally(() => left.signal.removeEventListener('abort', giveUp))
}

/** At a limited speed, about ten pieces a second, so that it trickles and does not come in gulps. */
function* piecesOf(chunk: Uint8Array, bytesPerSecond: number): Generator<Uint8Array> {
  const size = Math.max(1, Math.min(chunk.length, Math.ceil(bytesPerSecond / 10)))
  for (let start = 0; start < chunk.length; start += size) yield chunk.subarray(start, start + size)
}

function streamOf(body: Reply['body']): Stream {
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) return body
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  return { length: bytes.length, chunks: () => [bytes] }
}

/** After how many bytes the connection drops. */
function cutOf(faults: readonly Fault[], length: number | null): number {
  const cuts = faults.flatMap((fault) =>
    'answer' in fault && fault.answer === 'cut-off'
      ? [fault.afterBytes ?? Math.floor((length ?? 2) / 2)]
      : [],
  )
  return Math.min(Infinity, ...cuts)
}

function speedOf(faults: readonly Fault[]): number {
  const speeds = faults.flatMap((fault) =>
    'answer' in fault && fault.answer === 'slow' ? [fault.bytesPerSecond] : [],
  )
  return Math.min(Infinity, ...speeds)
}
