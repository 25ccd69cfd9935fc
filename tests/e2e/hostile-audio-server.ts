import { once } from 'node:events'
import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { wavBytes, wavLength } from '../server/audio/wav.ts'

/** How a host of audio can be. */
export type HostWay =
  | 'good'
  /** So slow that it is hardly ahead of what is heard. */
  | 'slow'
  /** The connection drops a minute in, and from then on nothing is answered. */
  | 'cut'
  /** Ranges are neither offered nor heard. */
  | 'without-ranges'
  /** Called text. */
  | 'wrong-type'
  /** A web page, called audio. */
  | 'page'
  /** The recording says that it is twice as long as what there is. */
  | 'wrong-length'
  /** As a live broadcast: no length, no ranges, and it does not end. */
  | 'live'

export const seconds = 600
/** A second of sound is 8,000 bytes. */
const cutAfterBytes = 60 * 8000
const stepBytes = 8192
const slowMs = 250

export type HostileHost = {
  address: string
  becomes: (way: HostWay) => void
  stop: () => Promise<void>
}

type Part = { isPart: boolean; start: number; end: number; length: number }

/** Serves ten minutes of the stand-in's tones in one of these ways. */
export async function startHostileHost(first: HostWay): Promise<HostileHost> {
  const host = { way: first, isGone: false }
  const server = createServer((request, response) => {
    if (host.isGone) {
      response.destroy()
      return
    }
    if (host.way === 'page') {
      response.writeHead(200, { 'content-type': 'audio/mpeg' }).end('<!doctype html><title>Log in</title>')
      return
    }
    const part = partOf(request.headers.range, host.way)
    if (part.start > part.end) {
      response.writeHead(416, { 'content-range': `bytes */${part.length}` }).end()
      return
    }
    response.writeHead(part.isPart ? 206 : 200, headersOf(part, host.way))
    void pipeline(Readable.from(bodyOf(part, host)), response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    address: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/audio`,
    becomes: (way) => Object.assign(host, { way, isGone: false }),
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function offersRanges(way: HostWay): boolean {
  return way !== 'without-ranges' && way !== 'live'
}

function partOf(range: string | undefined, way: HostWay): Part {
  const length = way === 'wrong-length' ? wavLength(seconds / 2) : wavLength(seconds)
  const [, from, to = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? []
  if (from === undefined || !offersRanges(way)) return { isPart: false, start: 0, end: length - 1, length }
  const end = to === '' ? length - 1 : Math.min(Number(to), length - 1)
  return { isPart: true, start: Number(from), end, length }
}

function headersOf({ isPart, start, end, length }: Part, way: HostWay): Record<string, string | number> {
  return {
    'content-type': way === 'wrong-type' ? 'text/plain' : 'audio/wav',
    'accept-ranges': offersRanges(way) ? 'bytes' : 'none',
    ...(way === 'live' ? {} : { 'content-length': end - start + 1 }),
    ...(isPart ? { 'content-range': `bytes ${start}-${end}/${length}` } : {}),
  }
}

async function* bodyOf(
  { start, end }: Part,
  host: { way: HostWay; isGone: boolean },
): AsyncGenerator<Uint8Array> {
  const { way } = host
  let at = start
  for (const piece of wavBytes(seconds, { first: start, last: end })) {
    for (let from = 0; from < piece.length; from += stepBytes) {
      const step = piece.subarray(from, from + stepBytes)
      yield way === 'live' && at === 0 ? withoutLength(step) : step
      at += step.length
      if (way === 'slow') await pause(slowMs)
      if (way === 'cut' && at >= cutAfterBytes) {
        host.isGone = true
        throw new Error('cut')
      }
    }
  }
  // It is not over, there is only nothing more to be heard of it.
  if (way === 'live') await new Promise(() => undefined)
}

/** A broadcast does not say how long it is: the greatest number stands for that. */
function withoutLength(beginning: Uint8Array): Uint8Array {
  const header = Buffer.from(beginning)
  header.writeUInt32LE(0xffffffff, 4)
  if (header.length >= 44) header.writeUInt32LE(0xffffffff, 40)
  return header
}
