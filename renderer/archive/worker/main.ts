// A worker in which one task runs: what it reads and writes never holds up the page.
import { keepDatabaseOpen } from '../../db/keep-open.ts'
import { createLineCalls } from '../../sync/worker/line-calls.ts'
import { holdLifeLock } from '../../sync/worker/worker-life.ts'
import type { FromWorker, ToWorker } from './messages.ts'
import { runTask } from './run-task.ts'

const post = (message: FromWorker): void => self.postMessage(message)

self.addEventListener('message', ({ data: { task, line } }: MessageEvent<ToWorker>) => {
  const parts = {
    ask: createLineCalls(Promise.resolve(line)),
    show: (done: number) => post({ kind: 'progress', done }),
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
