import type { Readable } from 'node:stream'

/**
 * A Node stream as a web stream that is read only as fast as its reader asks. Not `Readable.toWeb`: that one throws an
 * uncaught "Controller is already closed" when the reader leaves while bytes arrive (Node 24).
 */
export function webStreamOf(body: Readable): ReadableStream<Uint8Array<ArrayBuffer>> {
  // It may fail before anybody reads; the iterator tells of that once it is asked.
  body.on('error', () => undefined)
  const pieces = body[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: async (controller) => {
        const piece = await pieces.next()
        if (piece.done === true) controller.close()
        else controller.enqueue(new Uint8Array(piece.value))
      },
      cancel: () => {
        body.destroy()
      },
    },
    { highWaterMark: 0 },
  )
}
