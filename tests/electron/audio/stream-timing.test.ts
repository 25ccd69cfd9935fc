import { expect, test } from 'vitest'
import { createAudioTiming } from '../../../electron/audio/stream-timing.ts'
import { success } from '../../../shared/result.ts'
import { serve } from '../local-server.ts'
import { madeFrame, madeId3, madeVbrTag } from '../media/mp3/made-mp3.ts'
import { testFetcher } from '../test-fetcher.ts'

const never = new AbortController().signal

/** What is found out of a file that a server sends, by ranges or whole. */
async function timingOf(body: Buffer, ranges = true) {
  let sent = 0
  const { origin } = await serve((request, response) => {
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(ranges ? (request.headers.range ?? '') : '') ?? []
    const part = first === undefined ? body : body.subarray(Number(first), Number(last) + 1)
    sent += part.length
    if (first !== undefined) {
      response.writeHead(206, {
        'content-range': `bytes ${first}-${Number(first) + part.length - 1}/${body.length}`,
      })
    }
    response.end(part)
  })
  const timing = await createAudioTiming(testFetcher())({ url: `${origin}/a.mp3` }, never)
  return { timing, sent }
}

const frames = (kilobits: number, count: number): Buffer =>
  Buffer.concat(Array.from({ length: count }, () => madeFrame(kilobits)))
const constant = frames(128, 5000)
const varied = Buffer.concat([frames(128, 2500), frames(64, 2500)])

test.each([
  ['of a constant bit rate', constant, 'exact'],
  ['that says it is of a constant one', Buffer.concat([madeVbrTag('Info'), constant]), 'exact'],
  ['that says it is of a varying one', Buffer.concat([madeVbrTag('Xing'), constant]), 'estimated'],
  ['that varies at once', Buffer.concat([frames(128, 5), frames(64, 5), constant]), 'estimated'],
  ['that varies further on', varied, 'estimated'],
  ['behind a large picture', Buffer.concat([madeId3(300_000), varied]), 'estimated'],
  ['that is no MP3', Buffer.alloc(100_000, 0x33), 'exact'],
  ['that is empty', Buffer.alloc(0), 'exact'],
])('a stream %s', async (_, body, timing) => {
  const found = await timingOf(body)
  expect(found.timing).toEqual(success(timing))
  expect(found.sent).toBeLessThan(200_000)
})

test('a server without ranges is asked for no more than the beginning', async () => {
  expect((await timingOf(varied, false)).timing).toEqual(success('exact'))
  expect((await timingOf(Buffer.concat([madeVbrTag('Xing'), constant]), false)).timing).toEqual(
    success('estimated'),
  )
})
