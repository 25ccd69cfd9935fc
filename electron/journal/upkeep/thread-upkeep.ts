import { Worker } from 'node:worker_threads'
import { systemTimers, type Timers } from '../../net/timers.ts'
import type { DamageReport } from '../reading/read-file.ts'
import type { FromUpkeep, UpkeepJob } from './thread-port.ts'
import type { Upkeep } from './upkeep.ts'

/** A home of some hundred megabytes on a slow disk is read in a tenth of this. */
const usualDeadlineMs = 10 * 60_000

type Outcome = Exclude<FromUpkeep, { kind: 'damage' }>

/**
 * Looks after a home on a thread of its own, begun for each job, so that what a person writes meanwhile is flushed as soon
 * as ever. A thread that ends before it is done, or takes too long, fails like a disk does: whoever asked tries again later.
 */
export function createThreadUpkeep({
  workerPath,
  deadlineMs = usualDeadlineMs,
  timers = systemTimers,
}: {
  /** Of `worker.ts`, as it was built. */
  workerPath: string
  deadlineMs?: number
  timers?: Timers
}): Upkeep {
  function inThread(job: UpkeepJob, report: DamageReport): Promise<Outcome> {
    const { promise, resolve, reject } = Promise.withResolvers<Outcome>()
    const worker = new Worker(workerPath, { workerData: job, env: {}, execArgv: [] })
    // Waits for what it was asked to end with, not for the app.
    worker.unref()
    const cancelDeadline = timers.after(deadlineMs, () => {
      reject(new Error(`The thread was not done after ${deadlineMs / 1000} seconds.`))
      void worker.terminate()
    })
    worker.on('message', (message: FromUpkeep) => {
      if (message.kind === 'damage') report(message.path, message.damage)
      else resolve(message)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`The thread ended with code ${code} before it was done.`)))
    return promise.finally(cancelDeadline)
  }

  return {
    takeSnapshot: async (wanted, report) => {
      const outcome = await inThread({ kind: 'snapshot', wanted }, report)
      if (outcome.kind !== 'taken') throw faultOf(outcome)
    },
    check: async (wanted) => {
      const outcome = await inThread({ kind: 'check', wanted }, () => {})
      if (outcome.kind !== 'checked') throw faultOf(outcome)
      return outcome.check
    },
  }
}

/** As it was thrown in the thread, for whoever tells troubles apart by their codes. */
function faultOf(outcome: Outcome): Error {
  if (outcome.kind !== 'failed') return new Error(`The thread answered with “${outcome.kind}”.`)
  const { message, code } = outcome
  return code === null ? new Error(message) : Object.assign(new Error(message), { code })
}
