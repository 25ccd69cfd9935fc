import type { ByteRange } from '../http/range.ts'
import { sampleRate, toneSamples } from './tone.ts'

const headerBytes = 44
const chunkBytes = 64 * 1024

export function wavLength(durationSeconds: number): number {
  return headerBytes + durationSeconds * sampleRate
}

/** The bytes of a range, made as they are asked for: 8 kHz, 8 bits, one channel. */
export function* wavBytes(durationSeconds: number, { first, last }: ByteRange): Generator<Uint8Array> {
  let position = first
  if (position < headerBytes) {
    const end = Math.min(headerBytes, last + 1)
    yield wavHeader(durationSeconds).subarray(position, end)
    position = end
  }
  while (position <= last) {
    const count = Math.min(chunkBytes, last + 1 - position)
    yield toneSamples(position - headerBytes, count)
    position += count
  }
}

/** RIFF header of uncompressed sound (Multimedia Programming Interface 1.0, 1991). */
function wavHeader(durationSeconds: number): Uint8Array {
  const dataBytes = durationSeconds * sampleRate
  const header = Buffer.alloc(headerBytes)
  header.write('RIFF', 0, 'ascii')
  header.writeUInt32LE(headerBytes - 8 + dataBytes, 4)
  header.write('WAVEfmt ', 8, 'ascii')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(sampleRate, 24)
  header.writeUInt32LE(sampleRate, 28)
  header.writeUInt16LE(1, 32)
  header.writeUInt16LE(8, 34)
  header.write('data', 36, 'ascii')
  header.writeUInt32LE(dataBytes, 40)
  return header
}
