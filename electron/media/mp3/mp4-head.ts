import { box, fullBox, text, u16, u32, u32List, zeros } from './boxes.ts'
import type { FrameIndex } from './frame-index.ts'

/** What a file with 32-bit places and times can be, with room for the head. */
const mostBytes = 2 ** 32 - 2 ** 26
const mostTicks = 2 ** 32 - 1
/** So that whoever reads it need not take an hour of sound as one piece. */
const framesPerChunk = 128
/** Of times in `mvhd` and `tkhd`. */
const ticksPerSecond = 1000
const unity = 0x10000

/**
 * What stands before the bytes of an MP3 file to make an MP4 file of them (ISO 14496-12; MP3 in it by ISO 14496-1). An MP4
 * file says where each frame is and when, so that a player lands where it is asked to; in an MP3 file it guesses by the bit
 * rate, and is wrong by up to minutes. The whole file follows as it is, its tags too: what no table names is not read. `null`
 * for one that is too large.
 */
export function mp4Head(index: FrameIndex, fileBytes: number): Buffer | null {
  if (fileBytes > mostBytes || ticksOf(index) > mostTicks) return null
  const chunks = chunksOf(index)
  // Places count from the beginning of the head, whose length does not depend on them.
  const { length } = headBefore(index, chunks, fileBytes, 0)
  return headBefore(index, chunks, fileBytes, length)
}

/** Frames that follow each other. */
type Chunk = { offset: number; frames: number }

function headBefore(index: FrameIndex, chunks: readonly Chunk[], fileBytes: number, length: number): Buffer {
  return Buffer.concat([
    box('ftyp', text('isom'), u32(0x200), text('isommp41')),
    movie(index, chunks, length),
    u32(fileBytes + 8),
    text('mdat'),
  ])
}

function chunksOf({ sizes, runs }: FrameIndex): Chunk[] {
  const chunks: Chunk[] = []
  let frame = 0
  for (const run of runs) {
    let { offset } = run
    for (let left = run.frames; left > 0; ) {
      const frames = Math.min(framesPerChunk, left)
      chunks.push({ offset, frames })
      for (const end = frame + frames; frame < end; frame += 1) offset += sizes[frame] ?? 0
      left -= frames
    }
  }
  return chunks
}

function movie(index: FrameIndex, chunks: readonly Chunk[], length: number): Buffer {
  const ticks = ticksOf(index)
  const duration = Math.round((ticks / index.sampleRate) * ticksPerSecond)
  const matrix = u32(unity, 0, 0, 0, unity, 0, 0, 0, 0x40000000)
  const volume = 0x01000000
  const media = box(
    'mdia',
    fullBox('mdhd', 0, u32(0, 0, index.sampleRate, ticks), undetermined),
    fullBox('hdlr', 0, u32(0), text('soun'), zeros(13)),
    box(
      'minf',
      fullBox('smhd', 0, u32(0)),
      box('dinf', fullBox('dref', 0, u32(1), fullBox('url ', inThisFile))),
      tables(index, chunks, length),
    ),
  )
  return box(
    'moov',
    fullBox('mvhd', 0, u32(0, 0, ticksPerSecond, duration, unity, volume, 0, 0), matrix, zeros(24), u32(2)),
    box('trak', fullBox('tkhd', isOn, u32(0, 0, 1, 0, duration, 0, 0, 0, volume), matrix, u32(0, 0)), media),
  )
}

/** The language; three letters of five bits. */
const undetermined = u32(0x55c40000)
const inThisFile = 1
/** The track is enabled, and in the presentation. */
const isOn = 3

function tables(index: FrameIndex, chunks: readonly Chunk[], length: number): Buffer {
  const { sizes, samplesPerFrame } = index
  // One line for all chunks that follow each other with as many frames.
  const lines = chunks.flatMap(({ frames }, number) =>
    frames === chunks[number - 1]?.frames ? [] : [[number + 1, frames, 1]],
  )
  return box(
    'stbl',
    fullBox('stsd', 0, u32(1), sampleEntry(index)),
    fullBox('stts', 0, u32(1, sizes.length, samplesPerFrame)),
    fullBox('stsc', 0, u32(lines.length), u32List(lines.flat())),
    fullBox('stsz', 0, u32(0, sizes.length), u32List(sizes)),
    fullBox('stco', 0, u32(chunks.length), u32List(chunks.map(({ offset }) => offset + length))),
  )
}

function sampleEntry({ channels, sampleRate, samplesPerFrame, bitRate }: FrameIndex): Buffer {
  // ISO 14496-1, table 5: sound of ISO 11172-3, and of ISO 13818-3.
  const objectType = samplesPerFrame === 1152 ? 0x6b : 0x69
  const audioStream = 0x15
  const decoder = [4, 13, objectType, audioStream, 0, 0, 0]
  const stream = Buffer.concat([
    Buffer.from([3, 21, 0, 0, 0, ...decoder]),
    u32(bitRate, bitRate),
    Buffer.from([6, 1, 2]),
  ])
  const bitsPerSample = 16
  return box(
    'mp4a',
    zeros(6),
    u16(1),
    zeros(8),
    u16(channels, bitsPerSample, 0, 0, sampleRate, 0),
    fullBox('esds', 0, stream),
  )
}

function ticksOf({ sizes, samplesPerFrame }: FrameIndex): number {
  return sizes.length * samplesPerFrame
}
