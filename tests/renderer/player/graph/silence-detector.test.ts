import { describe, expect, test } from 'vitest'
import { createSilenceDetector } from '../../../../renderer/player/graph/silence-detector.ts'
import { madeSound, type SoundPart } from './made-sound.ts'

const sampleRate = 48_000
/** What the audio thread hands over at a time. */
const block = 128

/** The stretches, in seconds, in which it said that it is silent. */
function silences(parts: readonly SoundPart[], detector = createSilenceDetector(sampleRate)) {
  const samples = madeSound(parts, sampleRate)
  const found: [number, number][] = []
  let begun: number | null = null
  for (let from = 0; from < samples.length; from += block) {
    const isSilent = detector.take([samples.subarray(from, from + block)])
    const at = (from + block) / sampleRate
    if (isSilent && begun === null) begun = at
    if (!isSilent && begun !== null) {
      found.push([begun, at])
      begun = null
    }
  }
  if (begun !== null) found.push([begun, samples.length / sampleRate])
  return found
}

const speech: SoundPart = { seconds: 3, voice: -20 }

describe('silence', () => {
  test('begins a quarter of a second after the last sound, and ends within a hundredth with the next', () => {
    const found = silences([speech, { seconds: 2 }, speech, { seconds: 1 }])
    expect(found).toHaveLength(2)
    const [[from, to] = [0, 0], [, end] = [0, 0]] = found
    expect(from).toBeGreaterThan(3.24)
    expect(from).toBeLessThan(3.27)
    expect(to).toBeGreaterThanOrEqual(5)
    expect(to).toBeLessThan(5.01)
    expect(end).toBe(9)
  })

  test('is no pause between words', () => {
    const words = Array.from({ length: 12 }, () => [{ seconds: 0.6, voice: -20 }, { seconds: 0.2 }]).flat()
    expect(silences(words)).toEqual([])
  })

  test.each([-20, -30, -40])('is heard beside the noise of a room, of a voice at %d dB', (voice) => {
    const room = Math.max(-75, voice - 35)
    const found = silences([
      { seconds: 4, voice, room },
      { seconds: 2, room },
      { seconds: 2, voice, room },
    ])
    expect(found).toHaveLength(1)
    expect(found[0]?.[0]).toBeLessThan(4.4)
    expect(found[0]?.[1]).toBeLessThan(6.02)
  })

  test('is left with a breath or a soft consonant that rises out of the room before the word', () => {
    const found = silences([
      { seconds: 4, voice: -20, room: -65 },
      { seconds: 1, room: -65 },
      { seconds: 0.1, room: -50 },
      { seconds: 1, voice: -20, room: -65 },
    ])
    expect(found.at(-1)?.[1]).toBeLessThan(5.02)
  })

  test('is not a voice that is far quieter than the one before, for longer than a sentence', () => {
    const found = silences([
      { seconds: 5, voice: -14, room: -70 },
      { seconds: 20, voice: -42, room: -70 },
    ])
    const late = found.filter(([from]) => from > 8)
    expect(late).toEqual([])
  })

  test('is not music, a hum or the room itself where nothing was louder', () => {
    expect(silences([{ seconds: 5, room: -50 }])).toEqual([])
    expect(silences([{ seconds: 5, voice: -45 }])).toEqual([])
  })

  test('is not what was before a jump or a stop', () => {
    const detector = createSilenceDetector(sampleRate)
    expect(silences([speech, { seconds: 1 }], detector)).toHaveLength(1)
    detector.reset()
    expect(detector.take([new Float32Array(block)])).toBe(false)
    const [again = [0, 0]] = silences([{ seconds: 1 }], detector)
    expect(again[0]).toBeGreaterThan(0.24)
  })

  test('is heard in all channels or not at all', () => {
    const detector = createSilenceDetector(sampleRate)
    const nothing = new Float32Array(sampleRate)
    const [voice] = [madeSound([{ seconds: 1, voice: -20 }], sampleRate)]
    expect(detector.take([nothing, voice])).toBe(false)
    expect(detector.take([nothing, nothing])).toBe(true)
  })

  test('is found again after samples that are no numbers', () => {
    const detector = createSilenceDetector(sampleRate)
    const broken = new Float32Array(sampleRate).fill(Number.NaN)
    broken[7] = Number.POSITIVE_INFINITY
    detector.take([broken])
    const found = silences([speech, { seconds: 1 }, speech], detector).at(-1)
    expect(found?.[0]).toBeGreaterThan(3.2)
    expect(found?.[1]).toBeLessThan(4.02)
  })
})
