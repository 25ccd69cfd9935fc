import type { AudioTiming } from '../../shared/models/audio.ts'
import { type Result, success } from '../../shared/result.ts'
import { type FrameHeader, readFrameHeader } from '../media/mp3/frame-header.ts'
import { tagBytes, tagHeaderBytes, vbrTagOf } from '../media/mp3/tags.ts'
import type { Fetcher } from '../net/fetcher.ts'
import type { StreamAnswer } from '../net/stream.ts'

/** Some thirty frames at the highest rate. */
const lookedAtBytes = 32 * 1024
/** Where it is looked into beside its beginning, as a part of its length. */
const places = [0.35, 0.8]

/** A few bytes of it, and of how many it has; `null` where it cannot be had. */
type Piece = { bytes: Buffer; wholeBytes: number | null }

/**
 * Tells of a stream whether a jump in it can be trusted: an MP3 file says nowhere where its moments are, but at a constant
 * bit rate that can be reckoned. What cannot be found out counts as exact: a warning that is wrong is worse than none.
 */
export function createAudioTiming(
  fetcher: Pick<Fetcher, 'openStream'>,
): (input: { url: string }, signal: AbortSignal) => Promise<Result<AudioTiming>> {
  return async ({ url }, signal) => {
    const look = (first: number): Promise<Piece | null> => readPiece(fetcher, url, first, signal)
    const beginning = await pieceBehindTag(look)
    const first = headersIn(beginning)
    if (beginning === null || first === null) return success('exact')
    const said = vbrTagOf(beginning.bytes, first.at, first.header)
    if (said === 'variable') return success('estimated')
    if (said === 'constant') return success('exact')
    return success((await isVariedFurtherOn(look, beginning, first.kilobits)) ? 'estimated' : 'exact')
  }
}

type Look = (first: number) => Promise<Piece | null>

/** Pictures in a tag are larger than what is read at once. */
async function pieceBehindTag(look: Look): Promise<Piece | null> {
  const beginning = await look(0)
  const tag = beginning === null ? 0 : tagBytes(beginning.bytes, 0)
  return tag === 0 ? beginning : look(tag)
}

async function isVariedFurtherOn(
  look: Look,
  { wholeBytes }: Piece,
  kilobits: ReadonlySet<number>,
): Promise<boolean> {
  if (isVaried(kilobits)) return true
  if (wholeBytes === null) return false
  for (const place of places) {
    const found = headersIn(await look(Math.floor(wholeBytes * place)))
    if (found !== null && isVaried(new Set([...kilobits, ...found.kilobits]))) return true
  }
  return false
}

function isVaried(kilobits: ReadonlySet<number>): boolean {
  return kilobits.size > 1
}

type Headers = { at: number; header: FrameHeader; kilobits: Set<number> }

/** The bit rates of the frames in a piece, which may begin amid one; `null` where there are none. */
function headersIn(piece: Piece | null): Headers | null {
  if (piece === null) return null
  const { bytes } = piece
  for (let at = 0; at + tagHeaderBytes < bytes.length; at += 1) {
    const found = chainFrom(bytes, at)
    if (found !== null) return found
  }
  return null
}

/** By chance alone three headers never follow each other in the right distances. */
const certain = 3

function chainFrom(bytes: Buffer, start: number): Headers | null {
  const first = readFrameHeader(bytes, start)
  if (first === null) return null
  // What says that it is a tag about the others has a rate of its own.
  const isTag = vbrTagOf(bytes, start, first) !== null
  const kilobits = new Set<number>()
  let frames = 0
  for (let at = start; at + tagHeaderBytes < bytes.length; ) {
    const header = readFrameHeader(bytes, at)
    if (header === null || header.sampleRate !== first.sampleRate) break
    if (!(isTag && frames === 0)) kilobits.add(header.kilobits)
    frames += 1
    at += header.bytes
  }
  return frames >= certain ? { at: start, header: first, kilobits } : null
}

async function readPiece(
  fetcher: Pick<Fetcher, 'openStream'>,
  url: string,
  first: number,
  signal: AbortSignal,
): Promise<Piece | null> {
  const opened = await fetcher.openStream(url, {
    range: `bytes=${first}-${first + lookedAtBytes - 1}`,
    signal,
  })
  if (!opened.ok) return null
  try {
    // A server without ranges sends all from the beginning on.
    if (first > 0 && opened.value.status !== 206) return null
    return { bytes: await readAtMost(opened.value, lookedAtBytes), wholeBytes: wholeBytesOf(opened.value) }
  } catch {
    return null
  } finally {
    await opened.value.body.cancel().catch(() => undefined)
  }
}

async function readAtMost({ body }: StreamAnswer, most: number): Promise<Buffer> {
  const reader = body.getReader()
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    while (length < most) {
      const piece = await reader.read()
      if (piece.done) break
      pieces.push(piece.value)
      length += piece.value.length
    }
  } finally {
    reader.releaseLock()
  }
  return Buffer.concat(pieces).subarray(0, most)
}

function wholeBytesOf({ status, headers }: StreamAnswer): number | null {
  const told = status === 206 ? /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1] : null
  return told == null ? null : Number(told)
}
