import { failure, type Result } from '../../../shared/result.ts'
import { storageProblem } from '../../db/storage-problem.ts'
import { syncToNow } from '../pass.ts'
import type { PassEnd } from '../pass-parts.ts'
import { askedSource } from './asked-source.ts'
import type { Ask } from './line-calls.ts'
import type { FromWorker, PassMessage } from './messages.ts'

/** Runs passes for the page; gives what hears its messages. */
export function servePasses(post: (message: FromWorker) => void, ask: Ask): (message: PassMessage) => void {
  const passes = new Map<number, Pass>()

  async function run({ passId, podcastSlug, serviceAddress }: Begin): Promise<void> {
    const pass: Pass = { stop: new AbortController(), asking: 0, moved: true }
    passes.set(passId, pass)
    const stop = pass.stop.signal
    const source = askedSource(askFor(pass), stop)
    const showRead = (received: number, expected: number | null): void => {
      pass.moved = true
      post({ kind: 'read', passId, received, expected })
    }
    const end = await syncToNow({ podcastSlug, serviceAddress, source, showRead, stop }).catch(
      (error: unknown) => problemOf(error),
    )
    passes.delete(passId)
    post({ kind: 'ended', passId, end })
  }

  function askFor(pass: Pass): Ask {
    return async (name, input, signal) => {
      pass.asking += 1
      try {
        return await ask(name, input, signal)
      } finally {
        pass.asking -= 1
        pass.moved = true
      }
    }
  }

  /** Since the last time this was asked. */
  function passesThatStoodStill(): number[] {
    const still = [...passes].filter(([, pass]) => !pass.moved && pass.asking === 0)
    for (const pass of passes.values()) pass.moved = false
    return still.map(([passId]) => passId)
  }

  function problemOf(error: unknown): Result<PassEnd> {
    const problem = storageProblem(error)
    if (problem !== null) return { ok: false, problem }
    post({ kind: 'fault', fault: error })
    return failure(
      'internal',
      'Something in Earmark went wrong while it synced. What had arrived is kept; the log has the details.',
    )
  }

  return (message) => {
    switch (message.kind) {
      case 'begin':
        void run(message)
        return
      case 'stop':
        passes.get(message.passId)?.stop.abort()
        return
      case 'ping':
        post({ kind: 'pong', still: passesThatStoodStill() })
    }
  }
}

type Pass = {
  stop: AbortController
  /** How many answers of the main process it waits for. */
  asking: number
  /** Whether it came on since a ping was last answered. */
  moved: boolean
}

type Begin = Extract<PassMessage, { kind: 'begin' }>
