import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { randomFor } from './catalogue/random.ts'
import { heardQuestion } from './faults/heard-question.ts'
import { replyInstead } from './faults/instead.ts'
import type { PlanSwitch } from './faults/plan-switch.ts'
import { spoiledAnswer } from './faults/spoiled-answer.ts'
import { spoiledList } from './faults/spoiled-list.ts'
import type { Call } from './http/call.ts'
import { conditionally } from './http/conditional.ts'
import { problem, type Reply } from './http/reply.ts'
import { createRouter, type Route } from './http/route.ts'
import { send } from './http/send.ts'
import type { Part, Switches } from './switches.ts'

const greatestBodyBytes = 1024 * 1024

/** A request as it came in. `status` is 0 while it is not answered, and stays so where the connection was dropped. */
export type LoggedRequest = {
  method: string
  /** With its query. */
  path: string
  part: Part | null
  headers: Readonly<Record<string, string>>
  status: number
  /** Of the answer's body, as far as it was sent. */
  bodyBytes: number
  /** The connection ended before the answer was whole. */
  cutOff: boolean
  /** ISO 8601 UTC. */
  at: string
}

/** Not listening yet. Each request goes: log, route, faults, answer, validators, wire. */
export function createStandInServer(
  routes: readonly Route[],
  { switches, plans }: { switches: Switches; plans: PlanSwitch },
  log: LoggedRequest[],
): Server {
  const findRoute = createRouter(routes)

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: target = '/' } = request
    const headers = plainHeaders(request)
    const origin = `http://${headers.host ?? '127.0.0.1'}`
    const url = URL.parse(target, origin) ?? new URL(origin)
    const found = findRoute(method, url.pathname)
    const part = 'route' in found ? found.route.part : null
    const logged: LoggedRequest = {
      method,
      path: target,
      part,
      headers,
      status: 0,
      bodyBytes: 0,
      cutOff: false,
      at: new Date().toISOString(),
    }
    response.once('close', () => {
      logged.cutOff = !response.writableFinished
    })
    const sent = (bytes: number): void => {
      logged.bodyBytes += bytes
    }
    if (!url.pathname.startsWith('/__stand-in')) log.push(logged)

    const body = await bodyOf(request)
    if (!('route' in found)) {
      const reply = wrongRequest(found.allowed)
      logged.status = reply.status
      return send(response, method, reply, { faults: [], sent })
    }
    const played = part === null ? null : plans.meet(part, url)
    const switched = part === null ? null : switches.meet(part, url.pathname)
    const faults = [...(switched === null ? [] : [switched]), ...(played?.faults ?? [])]
    const random = played?.random ?? randomFor('switches', log.length)
    const call: Call = { method, url, origin, headers, body, part: found.part, faults, random }
    const reply = await answer(found.route, call)
    if (reply === 'drop') {
      response.destroy()
      return
    }
    logged.status = reply.status
    await send(response, method, reply, { faults, sent })
  }

  return createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.destroy()
      // An asker who left early is no concern; a mistake of the stand-in must not pass for a fault that it plays.
      if (request.complete) throw error
    })
  })
}

async function answer(route: Route, call: Call): Promise<Reply | 'drop'> {
  const instead = await replyInstead(call)
  if (instead !== null) return instead
  const heard = heardQuestion(call)
  const reply = spoiledList(call, await route.answer(heard))
  return spoiledAnswer(call, conditionally(heard, reply))
}

function wrongRequest(allowed: readonly string[]): Reply {
  if (allowed.length === 0) return problem(404, 'not_found', 'There is nothing at this address.')
  const reply = problem(405, 'method_not_allowed', `Only ${allowed.join(', ')} here.`)
  return { ...reply, headers: { ...reply.headers, allow: allowed.join(', ') } }
}

function plainHeaders(request: IncomingMessage): Record<string, string> {
  const entries = Object.entries(request.headers)
  return Object.fromEntries(entries.map(([name, value]) => [name, [value ?? ''].flat().join(', ')]))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length <= greatestBodyBytes) chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString()
}
