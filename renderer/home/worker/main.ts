// Compares the whole of the database with the second home, so that it does not hold up the page. It lives for one
// comparison.
import { unpack } from '../../../shared/packed.ts'
import { success } from '../../../shared/result.ts'
import { guardIdentity } from '../../db/guard-identity.ts'
import { createLineCalls } from '../../sync/worker/line-calls.ts'
import { holdLifeLock } from '../../sync/worker/worker-life.ts'
import { bringUp } from '../bring-up.ts'
import type { FromWorker, ToWorker } from './messages.ts'

const post = (message: FromWorker): void => self.postMessage(message)
const untilItEnds = new AbortController().signal

self.addEventListener('message', ({ data: { port, after } }: MessageEvent<ToWorker>) => {
  const ask = createLineCalls(Promise.resolve(port))
  bringUp(async (from, cursor) => {
    const page = await ask('home.read', { after: from, cursor }, untilItEnds)
    return page.ok ? success(unpack(page.value)) : page
  }, after).then(
    (outcome) => post({ kind: 'done', outcome }),
    (fault: unknown) => post({ kind: 'fault', fault }),
  )
})
// The page finds out as well, and ends this worker with itself.
guardIdentity(() => {})
holdLifeLock('comparison', (lockName) => post({ kind: 'alive', lockName }))
