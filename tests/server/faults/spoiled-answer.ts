import { gzipSync } from 'node:zlib'
import type { Random } from '../catalogue/random.ts'
import type { Call } from '../http/call.ts'
import type { Reply } from '../http/reply.ts'
import type { Fault } from './fault.ts'

const hugeBytes = 50 * 1024 * 1024

/** What is done to a route's answer on its way out, after it got its validators. */
export function spoiledAnswer({ faults, random }: Call, reply: Reply): Reply {
  return faults.reduce((spoiled, fault) => spoiledBy(fault, spoiled, random), reply)
}

function spoiledBy(fault: Fault, reply: Reply, random: Random): Reply {
  if ('headers' in fault) return { ...reply, headers: otherHeaders(reply.headers, fault.headers) }
  if (!('answer' in fault)) return reply
  if (fault.answer === 'huge')
    return { ...reply, status: 200, body: hugeBody(reply, fault.bytes ?? hugeBytes) }
  const bytes = bytesOf(reply)
  if (bytes === null || reply.status !== 200) return reply
  switch (fault.answer) {
    case 'half':
      return { ...reply, body: bytes.subarray(0, Math.floor(bytes.length / 2)) }
    case 'damaged':
      return { ...reply, body: damaged(bytes, random) }
    case 'byte-order-mark':
      return { ...reply, body: Buffer.concat([Buffer.from('\uFEFF'), bytes]) }
    case 'gzip':
      return packed(reply, gzipSync(bytes))
    case 'gzip-cut': {
      const whole = gzipSync(bytes)
      return packed(reply, whole.subarray(0, random.whole(1, whole.length - 1)))
    }
    case 'gzip-damaged':
      return packed(reply, damaged(gzipSync(bytes), random))
    default:
      return reply
  }
}

function packed(reply: Reply, body: Uint8Array): Reply {
  return { ...reply, headers: { ...reply.headers, 'content-encoding': 'gzip' }, body }
}

/** One byte in a thousand, at least three, all of them behind the first hundredth. */
function damaged(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes)
  const first = Math.floor(copy.length / 100)
  for (let count = 0; count < Math.max(3, copy.length / 1000); count += 1) {
    copy[random.whole(first, copy.length - 1)] = random.whole(0, 255)
  }
  return copy
}

function otherHeaders(
  headers: Record<string, string>,
  changes: Record<string, string | null>,
): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !(name in changes))
  const given = Object.entries(changes).filter((change): change is [string, string] => change[1] !== null)
  return Object.fromEntries([...kept, ...given])
}

/** The true answer first, so that whoever stops early has seen a sound beginning; then spaces. */
function hugeBody(reply: Reply, length: number): Reply['body'] {
  const beginning = bytesOf(reply) ?? Buffer.alloc(0)
  const filling = new Uint8Array(64 * 1024).fill(0x20)
  return {
    length,
    *chunks() {
      yield beginning.subarray(0, length)
      for (let left = length - beginning.length; left > 0; left -= filling.length) {
        yield filling.subarray(0, Math.min(left, filling.length))
      }
    },
  }
}

function bytesOf({ body }: Reply): Buffer | null {
  return typeof body === 'string' || body instanceof Uint8Array ? Buffer.from(body) : null
}
