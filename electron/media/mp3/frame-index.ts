import type { FileHandle } from 'node:fs/promises'
import { type FrameHeader, headerBytes, readFrameHeader } from './frame-header.ts'
import { tagBytes, tagHeaderBytes, vbrTagOf } from './tags.ts'

/** Where each frame of a file is. All frames are of one sample rate, so that the time of each is known. */
export type FrameIndex = {
  sampleRate: number
  samplesPerFrame: number
  channels: 1 | 2
  /** Average, in bits a second. */
  bitRate: number
  /** Bytes of each frame, in their order. */
  sizes: Uint16Array
  /** Frames that follow each other without anything between: where the first one is, and how many there are. */
  runs: readonly { offset: number; frames: number }[]
}

/** Read at once; a frame has at most 2,881 bytes. */
const windowBytes = 256 * 1024
const largestFrame = 2881
/** Beyond so much of anything else it is no MP3 file. */
const firstFrameWithin = 256 * 1024
/** Sound of another kind among the frames, beyond a few: its time would be lost. */
const mostForeign = 0.01

/**
 * Finds every frame of an MP3 file, which tells for each moment where it is: the tables that such files have of their own
 * know a hundred places at the most. `null` when it is none, or not all of it is of one kind. Rejects with the system's error.
 */
export async function indexFrames(file: FileHandle, fileBytes: number): Promise<FrameIndex | null> {
  const window: Window = { bytes: Buffer.alloc(windowBytes), start: 0, end: 0 }
  const scan: Scan = { first: null, foreignBytes: 0, tagsEnd: 0, frames: growingFrames() }
  for (let at = 0; at + headerBytes <= fileBytes; ) {
    const hasRoom = at >= window.start && at + 2 * largestFrame <= window.end
    if (!hasRoom && (window.end < fileBytes || at < window.start)) await fill(file, window, at)
    if (at >= window.end) break
    const length = lengthAt(scan, window.bytes.subarray(0, window.end - window.start), {
      inWindow: at - window.start,
      inFile: at,
      left: fileBytes - at,
    })
    if (length === 0) return null
    at += length
  }
  return asIndex(scan, fileBytes)
}

type Window = { bytes: Buffer; start: number; end: number }
type Scan = {
  first: FrameHeader | null
  foreignBytes: number
  /** Where the last tag before the first frame ends. */
  tagsEnd: number
  frames: ReturnType<typeof growingFrames>
}

/** Takes in what is at a place, and tells how long it is; 0 gives up. */
function lengthAt(
  scan: Scan,
  bytes: Uint8Array,
  { inWindow, inFile, left }: { inWindow: number; inFile: number; left: number },
): number {
  const tag = tagBytes(bytes, inWindow)
  if (tag > 0) {
    scan.tagsEnd = inFile + tag
    return tag
  }
  if (scan.first === null && inFile > scan.tagsEnd + firstFrameWithin) return 0
  const header = readFrameHeader(bytes, inWindow)
  if (header === null || header.bytes > left) return strayBytes(bytes, inWindow)
  // What stands right behind a frame is one.
  if (inFile !== scan.frames.end() && !isFollowed(bytes, inWindow, header)) {
    return strayBytes(bytes, inWindow)
  }
  takeIn(scan, header, inFile, vbrTagOf(bytes, inWindow, header) !== null)
  return header.bytes
}

/** Bytes with which a frame or a tag begins. */
const beginnings = new Uint8Array(256)
for (const byte of [0xff, ...Buffer.from('ITA')]) beginnings[byte] = 1

/** How far it is to what could be a frame or a tag. A file can be damaged, or made, so that this is most of it. */
function strayBytes(bytes: Uint8Array, at: number): number {
  let next = at + 1
  while (next < bytes.length && beginnings[bytes[next] ?? 0] === 0) next += 1
  return next - at
}

function takeIn(scan: Scan, header: FrameHeader, at: number, isTag: boolean): void {
  const isFirst = scan.first === null
  scan.first ??= header
  // A first one that tells about the others sounds as nothing.
  if (isFirst && isTag) return
  if (header.sampleRate === scan.first.sampleRate) scan.frames.add(at, header.bytes)
  else scan.foreignBytes += header.bytes
}

function asIndex({ first, foreignBytes, frames }: Scan, fileBytes: number): FrameIndex | null {
  const { sizes, runs, bytes } = frames.found()
  if (first === null || sizes.length === 0 || foreignBytes > fileBytes * mostForeign) return null
  const seconds = (sizes.length * first.samples) / first.sampleRate
  return {
    sampleRate: first.sampleRate,
    samplesPerFrame: first.samples,
    channels: first.channels,
    bitRate: Math.round((bytes * 8) / seconds),
    sizes,
    runs,
  }
}

async function fill(file: FileHandle, window: Window, start: number): Promise<void> {
  window.start = start
  window.end = start
  while (window.end - start < windowBytes) {
    const length = windowBytes - (window.end - start)
    const { bytesRead } = await file.read(window.bytes, window.end - start, length, window.end)
    if (bytesRead === 0) return
    window.end += bytesRead
  }
}

/** Sound may look like a header by chance, but hardly twice in the right distance. */
function isFollowed(bytes: Uint8Array, at: number, header: FrameHeader): boolean {
  const next = at + header.bytes
  if (next + tagHeaderBytes > bytes.length) return true
  if (tagBytes(bytes, next) > 0) return true
  const following = readFrameHeader(bytes, next)
  return following !== null && following.sampleRate === header.sampleRate
}

/** Numbers of frames are known only at the end. */
function growingFrames() {
  let sizes = new Uint16Array(16_384)
  let count = 0
  let total = 0
  let end = -1
  const runs: { offset: number; frames: number }[] = []
  return {
    add(offset: number, bytes: number): void {
      if (count === sizes.length) {
        const larger = new Uint16Array(sizes.length * 2)
        larger.set(sizes)
        sizes = larger
      }
      sizes[count] = bytes
      count += 1
      total += bytes
      const run = runs.at(-1)
      if (run !== undefined && offset === end) run.frames += 1
      else runs.push({ offset, frames: 1 })
      end = offset + bytes
    },
    end: () => end,
    found: () => ({ sizes: sizes.slice(0, count), runs, bytes: total }),
  }
}
