import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { madeSound, type SoundPart } from '../renderer/player/graph/made-sound.ts'
import { readRange } from '../server/http/range.ts'

const sampleRate = 44_100
const headerBytes = 44

/** Serves made-up speech as a publisher does, over real HTTP and with ranges. */
export async function serveSpeech(parts: readonly SoundPart[]): Promise<{ url: string; stop: () => void }> {
  const body = wavOf(madeSound(parts, sampleRate))
  const server = createServer((request, response) => {
    const range = readRange(request.headers.range, body.length)
    const { first, last } = typeof range === 'string' ? { first: 0, last: body.length - 1 } : range
    response.writeHead(typeof range === 'string' ? 200 : 206, {
      'content-type': 'audio/wav',
      'accept-ranges': 'bytes',
      'content-length': last - first + 1,
      ...(typeof range === 'string' ? {} : { 'content-range': `bytes ${first}-${last}/${body.length}` }),
    })
    response.end(request.method === 'HEAD' ? undefined : body.subarray(first, last + 1))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/speech.wav`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** 16 bits, one channel. */
function wavOf(samples: Float32Array): Buffer {
  const bytes = Buffer.alloc(headerBytes + samples.length * 2)
  bytes.write('RIFF', 0, 'ascii')
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write('WAVEfmt ', 8, 'ascii')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(sampleRate, 24)
  bytes.writeUInt32LE(sampleRate * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36, 'ascii')
  bytes.writeUInt32LE(samples.length * 2, 40)
  for (const [index, sample] of samples.entries()) {
    const bounded = Math.max(-1, Math.min(1, sample))
    bytes.writeInt16LE(Math.round(bounded * 32_767), headerBytes + index * 2)
  }
  return bytes
}
