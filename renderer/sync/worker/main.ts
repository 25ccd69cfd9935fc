// The worker in which passes run: what they write never holds up the page.
import { guardIdentity } from '../../db/guard-identity.ts'
import { keepDatabaseOpen } from '../../db/keep-open.ts'
import { createLineCalls } from './line-calls.ts'
import type { FromWorker, ToWorker } from './messages.ts'
import { servePasses } from './serve-passes.ts'
import { holdLifeLock } from './worker-life.ts'

const post = (message: FromWorker): void => self.postMessage(message)
const line = Promise.withResolvers<MessagePort>()
const hear = servePasses(post, createLineCalls(line.promise))

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'line') line.resolve(data.port)
  else hear(data)
})
self.addEventListener('unhandledrejection', ({ reason }) => post({ kind: 'fault', fault: reason }))
keepDatabaseOpen()
// The page finds out as well, and ends this worker with itself.
guardIdentity(() => {})

holdLifeLock('passes', (lockName) => post({ kind: 'alive', lockName }))
