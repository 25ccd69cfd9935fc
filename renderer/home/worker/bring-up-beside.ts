import { failure, type Result } from '../../../shared/result.ts'
import { openLine } from '../../bridge.ts'
import { reportFault } from '../../shell/faults.ts'
import { onceEnded } from '../../sync/worker/worker-life.ts'
import type { BroughtUp } from '../bring-up.ts'
import type { FromWorker, ToWorker } from './messages.ts'

/** `bringUp` in a worker of its own. Never rejects. */
export function bringUpBeside(after: number | null): Promise<Result<BroughtUp>> {
  const worker = new Worker(new URL('./main.ts', import.meta.url), { type: 'module', name: 'comparison' })
  const { promise, resolve } = Promise.withResolvers<Result<BroughtUp>>()
  let isDone = false
  function end(outcome: Result<BroughtUp>): void {
    isDone = true
    worker.terminate()
    resolve(outcome)
  }
  function fail(fault: unknown): void {
    if (isDone) return
    reportFault(fault)
    end(
      failure(
        'internal',
        'Your library could not be compared with its second home; the log has the details.',
      ),
    )
  }
  worker.addEventListener('error', (event) => {
    // Told of here, and so not once more as a fault of the page.
    event.preventDefault()
    fail(event.error ?? new Error(`The worker of the second home: ${event.message ?? 'could not be loaded'}`))
  })
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    switch (data.kind) {
      case 'alive':
        return onceEnded(data.lockName, () =>
          fail(new Error('The worker of the second home ended by itself.')),
        )
      case 'done':
        return end(data.outcome)
      case 'fault':
        return fail(data.fault)
    }
  })
  openLine().then((port) => {
    const message: ToWorker = { port, after }
    worker.postMessage(message, [port])
  }, fail)
  return promise
}
