// The worker that holds the search index.
import { holdLifeLock } from '../../sync/worker/worker-life.ts'
import type { FromWorker } from './messages.ts'

const post = (message: FromWorker): void => self.postMessage(message)

self.addEventListener('unhandledrejection', ({ reason }) => post({ kind: 'fault', fault: reason }))

holdLifeLock('search', (lockName) => post({ kind: 'alive', lockName }))
