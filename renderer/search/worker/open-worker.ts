import { onceEnded } from '../../sync/worker/worker-life.ts'
import type { FromWorker, ToWorker } from './messages.ts'

export type SearchWorker = {
  post: (message: ToWorker) => void
  /** Ends it, of which nothing is told. */
  close: () => void
}

export type SearchWorkerHearer = {
  hear: (message: FromWorker) => void
  /** Told once, when it could not be started, or ended by itself. */
  died: (fault: unknown) => void
}

export function openSearchWorker({ hear, died }: SearchWorkerHearer): SearchWorker {
  const worker = new Worker(new URL('./main.ts', import.meta.url), { type: 'module', name: 'search' })
  let open = true

  function die(fault: unknown): void {
    if (!open) return
    open = false
    worker.terminate()
    died(fault)
  }

  worker.addEventListener('error', (event) => {
    // Told of here, and so not once more as a fault of the page.
    event.preventDefault()
    die(event.error ?? new Error(`The search worker: ${event.message ?? 'could not be loaded'}`))
  })
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (!open) return
    if (data.kind !== 'alive') return hear(data)
    onceEnded(data.lockName, () => die(new Error('The search worker ended by itself.')))
  })
  return {
    post: (message) => worker.postMessage(message),
    close: () => {
      open = false
      worker.terminate()
    },
  }
}
