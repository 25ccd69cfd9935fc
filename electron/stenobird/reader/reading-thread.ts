import { Worker } from 'node:worker_threads'
import type { DocumentKind, ReadingOf } from './readings.ts'
import type { FromThread, ToThread } from './thread-port.ts'

/** A thread that reads, and what it tells. After `gone` it tells nothing more. */
export type ReadingThread = {
  post: (message: ToThread) => void
  end: () => Promise<void>
}

/** More is no document of the service's, whatever it unpacks to. */
const mostMegabytes = 512

export function startReadingThread(
  path: string,
  hear: {
    ready: () => void
    read: (reading: ReadingOf<DocumentKind>) => void
    /** It ended by a fault, or without having been asked to. */
    gone: (why: string) => void
  },
): ReadingThread {
  const worker = new Worker(path, {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  // The app may end while it is idle.
  worker.unref()
  let ended = false
  const gone = (why: string): void => {
    if (ended) return
    ended = true
    hear.gone(why)
  }
  worker.on('message', (message: FromThread) => {
    if (ended) return
    if (message.kind === 'ready') hear.ready()
    else hear.read(message.reading)
  })
  worker.on('error', (error) => gone(error instanceof Error ? error.message : String(error)))
  worker.on('exit', (code) => gone(`It ended with code ${code}.`))
  return {
    post: (message) => worker.postMessage(message),
    end: async () => {
      ended = true
      await worker.terminate()
    },
  }
}
