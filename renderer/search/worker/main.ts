// The worker that holds the search index: neither reading it nor looking through it ever holds up the page.
import { guardIdentity } from '../../db/guard-identity.ts'
import { keepDatabaseOpen } from '../../db/keep-open.ts'
import { holdLifeLock } from '../../sync/worker/worker-life.ts'
import { keptLayers } from './kept-layers.ts'
import type { FromWorker, ToWorker } from './messages.ts'
import { serveSearch } from './serve-search.ts'

const post = (message: FromWorker): void => self.postMessage(message)
const layers = keptLayers()
const { hear } = serveSearch(post, { stored: layers.stored(), keep: layers.keep })

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => hear(data))
self.addEventListener('unhandledrejection', ({ reason }) => post({ kind: 'fault', fault: reason }))
keepDatabaseOpen()
// The page finds out as well, and ends this worker with itself.
guardIdentity(() => {})

holdLifeLock('search', (lockName) => post({ kind: 'alive', lockName }))
