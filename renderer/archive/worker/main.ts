// A worker in which one task runs: what it reads and writes never holds up the page.
import { keepDatabaseOpen } from '../../db/keep-open.ts'
import { createLineCalls } from '../../sync/worker/line-calls.ts'
import { holdLifeLock } from '../../sync/worker/worker-life.ts'
import type { FromWorker, ToWorker } from './messages.ts'
import { runTask } from './run-task.ts'

/** Each time the page is drawn anew, which takes three processes a turn. */
const leastMsBetweenProgress = 200

const post = (message: FromWorker): void => self.postMessage(message)

function rarely(show: (done: number) => void): (done: number) => void {
  let nextAtMs = 0
  return (done) => {
    if (performance.now() < nextAtMs) return
    nextAtMs = performance.now() + leastMsBetweenProgress
    show(done)
  }
}

self.addEventListener('message', ({ data: { task, line } }: MessageEvent<ToWorker>) => {
  const parts = {
    ask: createLineCalls(Promise.resolve(line)),
    show: rarely((done: number) => post({ kind: 'progress', done })),
    // Whoever stops it ends the worker.
    stop: new AbortController().signal,
  }
  void runTask(task, parts, (fault) => post({ kind: 'fault', fault })).then((end) =>
    post({ kind: 'ended', end }),
  )
})
self.addEventListener('unhandledrejection', ({ reason }) => post({ kind: 'fault', fault: reason }))
keepDatabaseOpen()

holdLifeLock('archive', (lockName) => post({ kind: 'alive', lockName }))
