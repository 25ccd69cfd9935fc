import { openLine } from '../../bridge.ts'
import type { FromWorker, PassMessage, ToWorker } from './messages.ts'
import { onceEnded } from './worker-life.ts'

export type PassWorker = {
  post: (message: PassMessage) => void
  /** Ends it at once; it is not said to have died. */
  close: () => void
}

export type PassWorkerHearer = {
  hear: (message: FromWorker) => void
  /** Told once, when it could not be started, stumbled over a fault, or ended without having been told to. */
  died: (fault: unknown) => void
}

export function openPassWorker({ hear, died }: PassWorkerHearer): PassWorker {
  const worker = new Worker(new URL('./main.ts', import.meta.url), { type: 'module', name: 'passes' })
  let open = true

  function close(): void {
    open = false
    worker.terminate()
  }
  function die(fault: unknown): void {
    if (!open) return
    close()
    died(fault)
  }

  worker.addEventListener('error', (event) => {
    // Told of here, and so not once more as a fault of the page.
    event.preventDefault()
    die(event.error ?? new Error(`The sync worker: ${event.message ?? 'could not be loaded'}`))
  })
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (!open) return
    if (data.kind !== 'alive') return hear(data)
    onceEnded(data.lockName, () => die(new Error('The sync worker ended by itself.')))
  })
  openLine().then((port) => {
    const message: ToWorker = { kind: 'line', port }
    worker.postMessage(message, [port])
  }, die)
  return { post: (message) => worker.postMessage(message), close }
}
