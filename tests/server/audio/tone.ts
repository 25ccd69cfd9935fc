export const sampleRate = 8000
const minuteSamples = 60 * sampleRate
const loudness = 22

/** Two tones tell the time: a steady one for the minute, and one that climbs through each minute. */
export const minuteTone = { baseHertz: 300, stepHertz: 12, minutes: 100 } as const
export const secondTone = { baseHertz: 1500, risePerSecond: 30 } as const

// A whole number of hertz repeats after one second at the latest, so one second of sine holds every steady tone.
const sine = Float32Array.from({ length: sampleRate }, (_, n) => Math.sin((2 * Math.PI * n) / sampleRate))
const climb = Float32Array.from({ length: minuteSamples }, (_, n) => {
  const seconds = n / sampleRate
  const turns = secondTone.baseHertz * seconds + (secondTone.risePerSecond / 2) * seconds ** 2
  return Math.sin(2 * Math.PI * turns)
})

/** Unsigned 8-bit samples from `firstSample` on; 8,000 a second, 128 is silence. */
export function toneSamples(firstSample: number, count: number): Uint8Array<ArrayBuffer> {
  const samples = new Uint8Array(count)
  for (let offset = 0; offset < count; offset += 1) {
    const sample = firstSample + offset
    const hertz = minuteHertz(Math.floor(sample / minuteSamples))
    const steady = sine[(sample * hertz) % sampleRate] ?? 0
    const climbing = climb[sample % minuteSamples] ?? 0
    samples[offset] = Math.round(128 + loudness * (steady + climbing))
  }
  return samples
}

export function minuteHertz(minute: number): number {
  return minuteTone.baseHertz + minuteTone.stepHertz * (minute % minuteTone.minutes)
}

/** The time in seconds that a pair of heard frequencies stands for. */
export function secondsOf(heard: { minuteHertz: number; secondHertz: number }): number {
  const minute = Math.round((heard.minuteHertz - minuteTone.baseHertz) / minuteTone.stepHertz)
  return minute * 60 + (heard.secondHertz - secondTone.baseHertz) / secondTone.risePerSecond
}
