import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { TooLargeError } from './problems.ts'

export const acceptedEncodings = 'gzip, br'

/** The body without its `Content-Encoding`; `null` when we cannot undo it. */
export function decoded(body: Readable, contentEncoding: string | undefined): Readable | null {
  const decoder = decoderFor((contentEncoding ?? '').trim().toLowerCase())
  if (decoder === 'none') return body
  if (decoder === 'unknown') return null
  // Errors on either side destroy both; whoever reads the last stream sees them.
  return pipeline(body, decoder, () => undefined)
}

function decoderFor(encoding: string) {
  switch (encoding) {
    case '':
    case 'identity':
      return 'none'
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'br':
      return createBrotliDecompress()
    case 'deflate':
      return createInflate()
    default:
      return 'unknown'
  }
}

/** Lets go of a body that nobody reads. Cut off so it errs, and an error that nobody hears ends the process. */
export function discard(body: Readable): void {
  body.on('error', () => undefined)
  body.destroy()
}

/** Reads to the end, and stops with a `TooLargeError` at the first byte over the limit. */
export async function readWhole(body: Readable, maximumBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let total = 0
  for await (const chunk of body) {
    const bytes: Buffer = Buffer.from(chunk)
    total += bytes.length
    // Leaving the loop destroys the stream, and with it the connection.
    if (total > maximumBytes) throw new TooLargeError(maximumBytes)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks, total)
}

/** Text by the charset that `Content-Type` names, else UTF-8; what is not text becomes U+FFFD. */
export function textOf(bytes: Uint8Array, contentType: string | null): string {
  const charset = /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1] ?? 'utf-8'
  return decoderOf(charset).decode(bytes)
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset)
  } catch {
    return new TextDecoder()
  }
}
