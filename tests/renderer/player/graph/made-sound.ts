/** A part of made-up audio: a voice, the noise of a room, or nothing. */
export type SoundPart = { seconds: number; voice?: number; room?: number }

/** Decibels of full scale as a factor. */
export function factorOf(decibels: number): number {
  return 10 ** (decibels / 20)
}

/**
 * Samples of parts in a row. A voice has syllables, four a second, on the harmonics of a low tone; `voice` and `room` are its and the
 * room's levels in decibels of full scale.
 */
export function madeSound(parts: readonly SoundPart[], sampleRate: number): Float32Array<ArrayBuffer> {
  const noise = noiseFrom(1)
  const pieces = parts.map(({ seconds, voice, room }) =>
    Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_, index) => {
      const at = index / sampleRate
      const spoken = voice === undefined ? 0 : factorOf(voice) * syllables(at)
      return spoken + (room === undefined ? 0 : factorOf(room) * Math.sqrt(12) * noise())
    }),
  )
  const all = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let from = 0
  for (const piece of pieces) {
    all.set(piece, from)
    from += piece.length
  }
  return all
}

function syllables(at: number): number {
  let sum = 0
  for (let harmonic = 1; harmonic <= 8; harmonic += 1) {
    sum += Math.sin(2 * Math.PI * 130 * harmonic * at + harmonic ** 2) / harmonic
  }
  return sum * (0.25 + 0.75 * Math.abs(Math.cos(2 * Math.PI * 2 * at)))
}

/** Between -0.5 and 0.5; Numerical Recipes' quick generator. */
function noiseFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32 - 0.5
  }
}
