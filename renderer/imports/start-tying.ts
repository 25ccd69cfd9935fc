import { runInWorker } from '../archive/worker/run-in-worker.ts'
import { countElsewhereNotes, onEpisodesWritten } from '../db/elsewhere-notes.ts'
import { serviceAddress } from '../settings/store.ts'
import { isWritingElsewhere } from './writing-elsewhere.ts'

/** A sync writes page after page; what it brought is looked through once it rests. */
const restMs = 3000

/**
 * Ties imported notes of episodes that the library did not have to those that have come meanwhile: after the start, and whenever
 * episodes were written, but not while such a note is being written. Where none wait, as with most people, that costs one count. Called once, in start.tsx.
 */
export function startTying(): void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let isRunning = false

  async function tie(): Promise<void> {
    if (isRunning || isWritingElsewhere()) return soon()
    isRunning = true
    try {
      if ((await countElsewhereNotes()) === 0) return
      const order = { kind: 'tie-notes', serviceAddress: serviceAddress() } as const
      await runInWorker(order, { signal: new AbortController().signal, show: () => undefined })
    } catch {
      // The database is closing; the next start looks again.
    } finally {
      isRunning = false
    }
  }

  function soon(): void {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => void tie(), restMs)
  }

  onEpisodesWritten(soon)
  soon()
}
