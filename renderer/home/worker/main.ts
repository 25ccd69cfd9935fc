// Compares the whole of the database with the second home, so that it does not hold up the page. It lives for one
// comparison.
import { unpack } from '../../../shared/packed.ts'
import { success } from '../../../shared/result.ts'
import { createLineCalls } from '../../sync/worker/line-calls.ts'
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
