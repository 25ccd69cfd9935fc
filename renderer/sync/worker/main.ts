// The worker in which passes run: what they write never holds up the page.
import { keepDatabaseOpen } from '../../db/keep-open.ts'
import type { FromWorker, ToWorker } from './messages.ts'
import { servePasses } from './serve-passes.ts'

const post = (message: FromWorker): void => self.postMessage(message)
const hear = servePasses(post)

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => hear(data))
self.addEventListener('unhandledrejection', ({ reason }) => post({ kind: 'fault', fault: reason }))
keepDatabaseOpen()

const lockName = `passes ${crypto.randomUUID()}`
void navigator.locks.request(lockName, () => {
  post({ kind: 'alive', lockName })
  return new Promise(() => {})
})
