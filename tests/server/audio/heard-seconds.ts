import { minuteHertz, minuteTone, sampleRate, secondsOf, secondTone } from './tone.ts'

/**
 * Tells the time in the middle of a piece of the stand-in's audio, from what it sounds like. Samples are centred on 0, at
 * `rate` a second; a fifth of a second is enough for a tenth of a second's accuracy.
 */
export function heardSeconds(samples: ArrayLike<number>, rate = sampleRate): number {
  const minutes = Array.from({ length: minuteTone.minutes }, (_, minute) => minuteHertz(minute))
  const climb = secondTone.risePerSecond * 60
  const climbing = Array.from({ length: climb }, (_, step) => secondTone.baseHertz + step)
  return secondsOf({
    minuteHertz: loudest(samples, rate, minutes),
    secondHertz: loudest(samples, rate, climbing),
  })
}

function loudest(samples: ArrayLike<number>, rate: number, candidates: readonly number[]): number {
  const heard = candidates.map((hertz) => ({ hertz, power: powerAt(samples, rate, hertz) }))
  return heard.reduce((best, next) => (next.power > best.power ? next : best)).hertz
}

/** Goertzel's algorithm (1958). */
function powerAt(samples: ArrayLike<number>, rate: number, hertz: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hertz) / rate)
  let [last, beforeLast] = [0, 0]
  for (let n = 0; n < samples.length; n += 1) {
    const next = (samples[n] ?? 0) + turn * last - beforeLast
    beforeLast = last
    last = next
  }
  return last ** 2 + beforeLast ** 2 - turn * last * beforeLast
}
