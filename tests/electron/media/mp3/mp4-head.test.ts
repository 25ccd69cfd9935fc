import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { type FrameIndex, indexFrames } from '../../../../electron/media/mp3/frame-index.ts'
import { mp4Head } from '../../../../electron/media/mp3/mp4-head.ts'
import { madeFrame, madeId3, madeVbrTag, rates } from './made-mp3.ts'
import { readMp4 } from './read-mp4.ts'

async function indexOf(bytes: Buffer): Promise<FrameIndex | null> {
  const folder = await mkdtemp(join(tmpdir(), 'frames-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'a.mp3')
  await writeFile(path, bytes)
  const file = await open(path, 'r')
  try {
    return await indexFrames(file, bytes.length)
  } finally {
    await file.close()
  }
}

/** The file as a player sees it. */
async function wrapped(bytes: Buffer): Promise<Buffer> {
  const index = await indexOf(bytes)
  const head = index && mp4Head(index, bytes.length)
  if (head === null) throw new Error('not indexed')
  return Buffer.concat([head, bytes])
}

const piece = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({
        kilobits: fc.constantFrom(...rates),
        padding: fc.constantFrom(0, 1),
        count: fc.integer({ min: 3, max: 200 }),
      })
      .map(({ kilobits, padding, count }) =>
        Array.from({ length: count }, () => ({ isFrame: true, bytes: madeFrame(kilobits, { padding }) })),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 400_000 }).map((size) => [{ isFrame: false, bytes: madeId3(size) }]),
  },
  {
    weight: 1,
    // Noise that is no header.
    arbitrary: fc
      .integer({ min: 1, max: 5000 })
      .map((size) => [{ isFrame: false, bytes: Buffer.alloc(size, 0x55) }]),
  },
)

test('every frame of any file is named with its place, its length and its time, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      async (pieces, hasTag) => {
        const parts = [...(hasTag ? [{ isFrame: false, bytes: madeVbrTag('Xing') }] : []), ...pieces.flat()]
        if (!parts.some(({ isFrame }) => isFrame)) return
        const file = await wrapped(Buffer.concat(parts.map(({ bytes }) => bytes)))
        const { samples, durations, sampleRate, objectType } = readMp4(file)
        const frames = parts.filter(({ isFrame }) => isFrame)
        expect(samples.length).toBe(frames.length)
        for (const [number, { offset, bytes, ticks }] of samples.entries()) {
          if (!file.subarray(offset, offset + bytes).equals(frames[number]?.bytes ?? Buffer.alloc(0))) {
            throw new Error(`frame ${number} is not where it is said to be`)
          }
          if (ticks !== number * 1152) throw new Error(`frame ${number} is at ${ticks}`)
        }
        expect(sampleRate).toBe(44_100)
        expect(objectType).toBe(0x6b)
        for (const duration of durations) expect(duration).toBeCloseTo((frames.length * 1152) / 44_100, 2)
      },
    ),
    { numRuns: 60 },
  )
})

test('a last frame that was cut is left out', async () => {
  const whole = Buffer.concat(Array.from({ length: 10 }, () => madeFrame(128)))
  const { samples } = readMp4(await wrapped(whole.subarray(0, whole.length - 1)))
  expect(samples).toHaveLength(9)
})

test('what is no MP3 file has no index, and is not read to its end', async () => {
  const other = Buffer.alloc(3 * 2 ** 20, 0xff)
  expect(await indexOf(other)).toBeNull()
  expect(await indexOf(Buffer.alloc(0))).toBeNull()
  expect(await indexOf(Buffer.from('ID3'))).toBeNull()
  expect(await indexOf(madeId3(50))).toBeNull()
})

test('a file that goes on at another sample rate has none, since nobody would know its times', async () => {
  const at48 = madeFrame(128)
  at48[2] = (at48[2] ?? 0) | 0x04
  const bytes = Math.floor((144_000 * 128) / 48_000)
  const other = Array.from({ length: 50 }, () => at48.subarray(0, bytes))
  const frames = Array.from({ length: 50 }, () => madeFrame(128))
  expect(await indexOf(Buffer.concat([...frames, ...other]))).toBeNull()
})

test('any bytes at all are looked through without an end or a fault', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 4000 }), async (noise) => {
      const frames = Array.from({ length: 4 }, () => madeFrame(64))
      await indexOf(Buffer.concat([noise, ...frames, noise]))
    }),
    { numRuns: 60 },
  )
})
