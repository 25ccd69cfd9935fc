import { failure, type Result } from '../../../shared/result.ts'
import { openLine } from '../../bridge.ts'
import { reportFault } from '../../shell/faults.ts'
import type { BroughtUp } from '../bring-up.ts'
import type { FromWorker, ToWorker } from './messages.ts'

/** `bringUp` in a worker of its own. Never rejects. */
export async function bringUpBeside(after: number | null): Promise<Result<BroughtUp>> {
  const worker = new Worker(new URL('./main.ts', import.meta.url), { type: 'module' })
  const { promise, resolve } = Promise.withResolvers<Result<BroughtUp>>()
  function fail(fault: unknown): void {
    reportFault(fault)
    resolve(
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
    if (data.kind === 'done') resolve(data.outcome)
    else fail(data.fault)
  })
  openLine().then((port) => {
    const message: ToWorker = { port, after }
    worker.postMessage(message, [port])
  }, fail)
  const outcome = await promise
  worker.terminate()
  return outcome
}
