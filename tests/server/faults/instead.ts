import { setTimeout as pause } from 'node:timers/promises'
import type { Call } from '../http/call.ts'
import { html, problem, type Reply } from '../http/reply.ts'
import type { Fault } from './fault.ts'

const htmlAboutNothing =
  '<!doctype html><title>Please wait</title><h1>We will be right back</h1><p>Nothing to see.</p>\n'
/** Marks a request that was sent on already. */
const movedMark = 'moved=1'

/** The answer given in place of the route's own; `null` where the route is to answer. */
export async function replyInstead(call: Call): Promise<Reply | 'drop' | null> {
  for (const fault of call.faults) {
    const reply = await insteadBy(fault, call)
    if (reply !== null) return reply
  }
  return null
}

async function insteadBy(fault: Fault, call: Call): Promise<Reply | 'drop' | null> {
  if ('delayMs' in fault) {
    await pause(fault.delayMs)
    return null
  }
  if ('status' in fault) return statusReply(fault.status, fault.retryAfterSeconds)
  if ('redirectTo' in fault) return sentOn(fault.redirectTo)
  if ('redirect' in fault) return redirected(fault.redirect, call)
  if (!('answer' in fault)) return null
  switch (fault.answer) {
    case 'html':
      return html(htmlAboutNothing)
    case 'empty':
      return { status: 200, headers: { 'content-type': 'application/json' }, body: '' }
    case 'not-modified':
      return { status: 304, headers: {}, body: '' }
    case 'nothing':
      return 'drop'
    default:
      return null
  }
}

function statusReply(status: number, retryAfterSeconds: number | undefined): Reply {
  const reply = problem(status, 'switched_off', 'The stand-in was told to answer so.')
  if (retryAfterSeconds === undefined) return reply
  return { ...reply, headers: { ...reply.headers, 'retry-after': String(retryAfterSeconds) } }
}

function redirected(
  to: 'same-host' | 'other-host' | 'loop' | 'no-web-address',
  { url, origin }: Call,
): Reply | null {
  const here = url.pathname + url.search
  if (to === 'loop') return sentOn(here)
  if (to === 'no-web-address') return sentOn('ftp://[::1/')
  if (url.search.includes(movedMark)) return null
  const host = to === 'other-host' ? origin.replace('127.0.0.1', 'localhost') : origin
  return sentOn(`${host}${here}${url.search === '' ? '?' : '&'}${movedMark}`)
}

function sentOn(location: string): Reply {
  return { status: 302, headers: { location }, body: '' }
}
