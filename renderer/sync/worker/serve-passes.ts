import { failure, type Result } from '../../../shared/result.ts'
import { storageProblem } from '../../db/storage-problem.ts'
import { syncToNow } from '../pass.ts'
import type { PassEnd } from '../pass-parts.ts'
import { askedSource } from './asked-source.ts'
import type { Ask } from './line-calls.ts'
import type { FromWorker, PassMessage } from './messages.ts'

/** Runs passes for the page; gives what hears its messages. */
export function servePasses(post: (message: FromWorker) => void, ask: Ask): (message: PassMessage) => void {
  const stops = new Map<number, AbortController>()

  async function run({ passId, podcastSlug, serviceAddress }: Begin): Promise<void> {
    const stop = new AbortController()
    stops.set(passId, stop)
    const source = askedSource(ask, stop.signal)
    const showRead = (received: number, expected: number | null): void =>
      post({ kind: 'read', passId, received, expected })
    const end = await syncToNow({ podcastSlug, serviceAddress, source, showRead, stop: stop.signal }).catch(
      (error: unknown) => problemOf(error),
    )
    stops.delete(passId)
    post({ kind: 'ended', passId, end })
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
        stops.get(message.passId)?.abort()
    }
  }
}

type Begin = Extract<PassMessage, { kind: 'begin' }>
