import type { Agent } from 'undici'
import { meansOffline } from '../../shared/result.ts'
import { cancelled, exchange, type Outgoing, type RawAnswer } from './exchange.ts'
import { checkedAddress } from './fetch-guard.ts'
import type { Holds } from './holds.ts'
import type { HostQueue } from './host-queue.ts'
import { type Attempt, failed } from './problems.ts'

/** Publishers put one counter of listeners before the other; browsers give up after twenty. */
const maximumRedirects = 10
const redirectStatuses = new Set([301, 302, 303, 307, 308])

export type Road = {
  agent: Agent
  queue: HostQueue
  allowLocal: () => boolean
  holds: Holds
  /** Told for each host how it was there; not told when it was never asked. */
  note: (host: string, sign: HostSign) => void
}

/** Whether a host answered anything at all, and whether it is known that we could not even ask. */
export type HostSign = 'answered' | 'silent' | 'no-network'

type Step<Value> = { kind: 'arrived'; value: Attempt<Value> } | { kind: 'redirect'; to: string }

/** Sends a request and follows redirects; each hop is checked, and waits its turn at its own host. */
export async function follow<Value>(
  road: Road,
  start: URL,
  outgoing: Outgoing,
  priority: number,
  take: (answer: RawAnswer) => Promise<Attempt<Value>>,
): Promise<Attempt<Value>> {
  let url = start
  for (let redirects = 0; redirects <= maximumRedirects; redirects += 1) {
    const checked = checkedAddress(url, road.allowLocal())
    if (!checked.ok) return { ...checked, again: false }
    const step = await inTurn(road, url, outgoing, priority, take)
    if (!step.ok) return step
    if (step.value.kind === 'arrived') return step.value.value

    const target = redirectTarget(step.value.to, url, outgoing)
    if (!target.ok) return target
    url = target.value
  }
  return failed('unreadable', `${start.host} sends us from one address to the next without end.`)
}

async function inTurn<Value>(
  road: Road,
  url: URL,
  outgoing: Outgoing,
  priority: number,
  take: (answer: RawAnswer) => Promise<Attempt<Value>>,
): Promise<Attempt<Step<Value>>> {
  let answered = false
  const ask = async (): Promise<Attempt<Step<Value>>> => {
    const refusal = road.holds.refusal(url)
    if (refusal !== null) return { ok: false, problem: refusal, again: false }
    const step = await exchange<Step<Value>>(road.agent, url, outgoing, async (answer) => {
      answered = true
      const to = answer.headers.get('location')
      if (!redirectStatuses.has(answer.status) || to === undefined) {
        return { kind: 'arrived', value: await take(answer) }
      }
      await answer.body.dump({ limit: 16_384 })
      return { kind: 'redirect', to }
    })
    if (step.ok && step.value.kind === 'arrived' && !step.value.value.ok) {
      // Before the next one in the queue has its turn.
      await road.holds.heard(url, step.value.value.problem)
    }
    return step
  }
  try {
    const step = await road.queue.run(url.host, ask, { priority, signal: outgoing.signal })
    if (answered) road.note(url.host, 'answered')
    else if (!step.ok && meansOffline(step.problem.code)) {
      road.note(url.host, step.noNetwork === true ? 'no-network' : 'silent')
    }
    return step
  } catch (error) {
    if (outgoing.signal?.aborted === true) return cancelled()
    throw error
  }
}

function redirectTarget(location: string, from: URL, outgoing: Outgoing): Attempt<URL> {
  const to = URL.parse(location, from)
  if (to === null || !/^https?:$/.test(to.protocol)) {
    return failed('unreadable', `${from.host} sends us on to something that is not a web address.`)
  }
  // Sent data goes where it was meant to go, and nowhere else.
  if (outgoing.method === 'POST' && to.origin !== from.origin) {
    return failed(
      'rejected',
      `${from.host} sends this request on to ${to.host}, which Earmark does not follow.`,
    )
  }
  return { ok: true, value: to }
}
