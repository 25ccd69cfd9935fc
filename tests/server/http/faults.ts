import { setTimeout as pause } from 'node:timers/promises'
import type { Fault } from '../switches.ts'
import { html, problem, type Reply } from './reply.ts'

const hugeBytes = 50 * 1024 * 1024
const htmlAboutNothing =
  '<!doctype html><title>Please wait</title><h1>We will be right back</h1><p>Nothing to see.</p>\n'

/** The answer given in place of the route's own; `null` where the route is to answer. */
export async function replyInstead(fault: Fault | null): Promise<Reply | 'drop' | null> {
  if (fault === null) return null
  if ('delayMs' in fault) {
    await pause(fault.delayMs)
    return null
  }
  if ('status' in fault) return statusReply(fault.status, fault.retryAfterSeconds)
  if ('redirectTo' in fault) return { status: 302, headers: { location: fault.redirectTo }, body: '' }
  if (fault.answer === 'html') return html(htmlAboutNothing)
  return fault.answer === 'nothing' ? 'drop' : null
}

/** What is done to the route's answer on its way out. */
export function spoiled(reply: Reply, fault: Fault | null): Reply {
  if (fault === null || !('answer' in fault)) return reply
  if (fault.answer === 'huge')
    return { ...reply, status: 200, body: hugeBody(reply, fault.bytes ?? hugeBytes) }
  return reply
}

function statusReply(status: number, retryAfterSeconds: number | undefined): Reply {
  const reply = problem(status, 'switched_off', 'The stand-in was told to answer so.')
  if (retryAfterSeconds === undefined) return reply
  return { ...reply, headers: { ...reply.headers, 'retry-after': String(retryAfterSeconds) } }
}

/** The true answer first, so that whoever stops early has seen a sound beginning; then spaces. */
function hugeBody(reply: Reply, length: number): Reply['body'] {
  const beginning =
    typeof reply.body === 'string' || reply.body instanceof Uint8Array
      ? Buffer.from(reply.body)
      : Buffer.alloc(0)
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
