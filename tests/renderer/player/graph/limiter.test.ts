import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLimiter, limiterCeiling } from '../../../../renderer/player/graph/limiter.ts'
import { factorOf, madeSound } from './made-sound.ts'

const sampleRate = 48_000
const block = 128
const delaySamples = 240

function limited(channels: readonly Float32Array[], rate = sampleRate): Float32Array[] {
  const limiter = createLimiter(rate, channels.length)
  const length = channels[0]?.length ?? 0
  const outputs = channels.map(() => new Float32Array(length))
  for (let from = 0; from < length; from += block) {
    const part = (all: Float32Array) => all.subarray(from, from + block)
    limiter.take(channels.map(part), outputs.map(part))
  }
  return outputs
}

function peakOf(samples: Float32Array): number {
  return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
}

const anySample = fc.oneof(
  { weight: 5, arbitrary: fc.double({ min: -1, max: 1, noNaN: true }) },
  { weight: 2, arbitrary: fc.double({ min: -12, max: 12, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e30, -1e30) },
)

test('whatever comes, nothing passes the ceiling, and all that passes is a number', () => {
  fc.assert(
    fc.property(fc.array(anySample, { minLength: 1, maxLength: 400 }), (samples) => {
      const [out = new Float32Array()] = limited(
        [Float32Array.from([...samples, ...Array(20).fill(0)])],
        2000,
      )
      expect(peakOf(out)).toBeLessThanOrEqual(limiterCeiling * (1 + 1e-6))
    }),
  )
})

test('what is below the ceiling passes as it is, five thousandths of a second later', () => {
  const voice = madeSound([{ seconds: 1, voice: -20 }], sampleRate)
  const [out = new Float32Array()] = limited([voice])
  const expected = voice.subarray(0, voice.length - delaySamples)
  expect(
    out.subarray(delaySamples).every((sample, index) => Math.abs(sample - (expected[index] ?? 0)) < 1e-6),
  ).toBe(true)
})

test('a voice that is too loud by 6 dB is turned down without a jump in its loudness', () => {
  const voice = madeSound([{ seconds: 2, voice: 0 }], sampleRate)
  const [out = new Float32Array()] = limited([voice])
  let before: number | null = null
  let most = 0
  for (let index = 0; index + delaySamples < out.length; index += 1) {
    const sample = voice[index] ?? 0
    if (Math.abs(sample) < 0.05) continue
    const gain = (out[index + delaySamples] ?? 0) / sample
    if (before !== null) most = Math.max(most, Math.abs(gain - before))
    before = gain
  }
  expect(peakOf(voice)).toBeGreaterThan(1.5)
  expect(peakOf(out)).toBeGreaterThan(limiterCeiling * 0.9)
  // A hundredth of its range at a time: between two samples that are measured lies less than a thousandth of a second.
  expect(most).toBeLessThan(0.1)
})

test('it is as loud as before within half a second after a peak', () => {
  const samples = new Float32Array(sampleRate).fill(0.2)
  samples[1000] = factorOf(12)
  const [out = new Float32Array()] = limited([samples])
  expect(out[1000 + delaySamples - 20]).toBeLessThan(0.12)
  expect(out[1000 + sampleRate / 2]).toBeGreaterThan(0.195)
})

test('both channels are turned down alike, and one voice goes to both', () => {
  const loud = new Float32Array(4800).fill(3)
  const soft = new Float32Array(4800).fill(0.3)
  const [left = new Float32Array(), right = new Float32Array()] = limited([loud, soft])
  expect((left[4000] ?? 0) / (right[4000] ?? 1)).toBeCloseTo(10)

  const limiter = createLimiter(sampleRate, 2)
  const outputs = [new Float32Array(4800), new Float32Array(4800)]
  limiter.take([soft], outputs)
  expect(outputs[1]).toEqual(outputs[0])
  expect(outputs[1]?.[4000]).toBeCloseTo(0.3)
})
