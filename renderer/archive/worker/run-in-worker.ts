import { failure, type Result } from '../../../shared/result.ts'
import { openLine } from '../../bridge.ts'
import { reportFault } from '../../shell/faults.ts'
import { onceEnded } from '../../sync/worker/worker-life.ts'
import type { ArchiveTask, FromWorker, TaskValues, ToWorker } from './messages.ts'

/** Runs a task in a worker of its own. Never rejects. Once `signal` is aborted the worker is ended, at once. */
export async function runInWorker<Task extends ArchiveTask>(
  task: Task,
  { show, signal }: { show: (done: number) => void; signal: AbortSignal },
): Promise<Result<TaskValues[Task['kind']]>> {
  const stopped = failure('cancelled', 'Stopped before it was done.')
  const line = await openLine().catch((fault: unknown) => died(fault))
  if (!(line instanceof MessagePort)) return line
  if (signal.aborted) return stopped
  const worker = new Worker(new URL('./main.ts', import.meta.url), { type: 'module', name: 'archive' })
  const { promise, resolve } = Promise.withResolvers<Result<TaskValues[Task['kind']]>>()

  worker.addEventListener('error', (event) => {
    event.preventDefault()
    resolve(died(event.error ?? new Error(`The archive worker: ${event.message ?? 'could not be loaded'}`)))
  })
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    switch (data.kind) {
      case 'progress':
        return show(data.done)
      case 'fault':
        return reportFault(data.fault)
      case 'ended':
        // What comes of a task is of the task's kind.
        return resolve(data.end as Result<TaskValues[Task['kind']]>)
      case 'alive':
        return onceEnded(data.lockName, () => resolve(died(null)))
    }
  })
  signal.addEventListener('abort', () => resolve(stopped), { once: true })
  const message: ToWorker = { task, line }
  worker.postMessage(message, [line])
  return promise.finally(() => worker.terminate())
}

function died(fault: unknown): Result<never> {
  if (fault !== null) reportFault(fault)
  return failure(
    'internal',
    'The part of Earmark that does this ended before it was done. What was there before is kept. Please try again.',
  )
}
