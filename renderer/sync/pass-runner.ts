import { failure, type Result } from '../../shared/result.ts'
import { type PassEnd, passStopped } from './pass-parts.ts'
import type { FromWorker } from './worker/messages.ts'
import type { PassWorker, PassWorkerHearer } from './worker/open-worker.ts'
import { keepVigil, type WorkerVigil } from './worker-vigil.ts'

export type PassOrder = {
  podcastSlug: string
  /** Of the service that is asked; `SyncRow` tells why. */
  serviceAddress: string
  showRead: (received: number, expected: number | null) => void
  /** Aborts what the pass has asked at once, and the pass with it. */
  stop: AbortSignal
}

export type PassRunner = {
  run: (order: PassOrder) => Promise<Result<PassEnd>>
}

/** A pass that loses its worker so often without a page in between is given up. */
const mostDeaths = 3
/** A worker that has nothing to do costs memory, and a new one a twentieth of a second. */
const usualRestMs = 30_000

type Running = {
  order: PassOrder
  deaths: number
  end: (result: Result<PassEnd>) => void
}

/**
 * Runs passes in a worker. One that dies is started again, as is one that hangs, and its passes go on from the cursors
 * that they had committed.
 */
export function createPassRunner(parts: {
  open: (hearer: PassWorkerHearer) => PassWorker
  report: (fault: unknown) => void
  restMs?: number
}): PassRunner {
  const { open, report, restMs = usualRestMs } = parts
  const running = new Map<number, Running>()
  let worker: PassWorker | null = null
  let vigil: WorkerVigil | null = null
  let rest: ReturnType<typeof setTimeout> | undefined
  let lastPassId = 0

  function begin(passId: number, { order }: Running): void {
    worker ??= open({ hear, died })
    vigil ??= keepVigil('sync worker', () => worker?.post({ kind: 'ping' }), hangs)
    const { podcastSlug, serviceAddress } = order
    worker.post({ kind: 'begin', passId, podcastSlug, serviceAddress })
  }

  function hear(message: FromWorker): void {
    switch (message.kind) {
      case 'alive':
        return
      case 'read': {
        const pass = running.get(message.passId)
        if (pass === undefined) return
        pass.deaths = 0
        pass.order.showRead(message.received, message.expected)
        return
      }
      case 'ended':
        end(message.passId, message.end)
        return
      case 'pong':
        vigil?.answered(message.still)
        return
      case 'fault':
        report(message.fault)
    }
  }

  function hangs(fault: Error): void {
    worker?.close()
    died(fault)
  }

  function died(fault: unknown): void {
    worker = null
    endVigil()
    report(fault)
    for (const [passId, pass] of running) {
      pass.deaths += 1
      if (pass.order.stop.aborted) end(passId, passStopped)
      else if (pass.deaths > mostDeaths) end(passId, givenUp())
      else begin(passId, pass)
    }
  }

  function end(passId: number, result: Result<PassEnd>): void {
    running.get(passId)?.end(result)
    running.delete(passId)
    if (running.size > 0) return
    endVigil()
    clearTimeout(rest)
    rest = setTimeout(() => {
      worker?.close()
      worker = null
    }, restMs)
  }

  function endVigil(): void {
    vigil?.end()
    vigil = null
  }

  return {
    run: (order) => {
      if (order.stop.aborted) return Promise.resolve(passStopped)
      clearTimeout(rest)
      lastPassId += 1
      const passId = lastPassId
      return new Promise((resolve) => {
        const pass: Running = { order, deaths: 0, end: resolve }
        running.set(passId, pass)
        order.stop.addEventListener('abort', () => {
          if (running.has(passId)) worker?.post({ kind: 'stop', passId })
        })
        begin(passId, pass)
      })
    },
  }
}

function givenUp(): Result<never> {
  return failure(
    'internal',
    'The part of Earmark that syncs ended again and again. What had arrived is kept; the log has the details.',
  )
}
