import { vi } from 'vitest'
import { call } from '../../renderer/bridge.ts'
import type { PassMessage } from '../../renderer/sync/worker/messages.ts'
import { servePasses } from '../../renderer/sync/worker/serve-passes.ts'

/** Stands in for the browser's workers: what the sync worker runs, in this thread, with messages that are copied. */
class InProcessWorker extends EventTarget {
  #open = true
  readonly #hear = servePasses((message) => this.#later(() => this.#tell(structuredClone(message))), call)

  #later(act: () => void): void {
    queueMicrotask(() => {
      if (this.#open) act()
    })
  }

  #tell(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }

  postMessage(message: PassMessage): void {
    const copy = structuredClone(message)
    this.#later(() => this.#hear(copy))
  }

  terminate(): void {
    this.#open = false
  }
}

export function runWorkersInProcess(): void {
  vi.stubGlobal('Worker', InProcessWorker)
  // It asks over the bridge, and so no line ever comes.
  vi.stubGlobal('addEventListener', () => undefined)
}
