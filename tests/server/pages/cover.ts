import { crc32, deflateSync } from 'node:zlib'
import { randomFor } from '../catalogue/random.ts'

const side = 256

/** A small PNG: two colours in diagonal bands, both drawn from the slug. */
export function coverPng(podcastSlug: string): Uint8Array {
  const random = randomFor('cover', podcastSlug)
  const colours = [0, 1].map(() => [0, 1, 2].map(() => random.whole(30, 220)))
  const band = random.whole(16, 64)
  const rows = Buffer.alloc(side * (1 + side * 3))
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const colour = colours[Math.floor((x + y) / band) % 2] ?? []
      rows.set(colour, y * (1 + side * 3) + 1 + x * 3)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  // 8 bits a channel, colours as red, green, blue.
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'ascii'), data])
  const framed = Buffer.alloc(typed.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(typed, 4)
  framed.writeUInt32BE(crc32(typed), typed.length + 4)
  return framed
}
