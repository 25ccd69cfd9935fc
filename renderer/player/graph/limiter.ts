export type Limiter = {
  /**
   * Writes what was taken `lookAheadSeconds` ago to `outputs`, as quiet as it needs to be. All channels are turned down alike, so
   * that no voice moves to a side.
   */
  take: (inputs: readonly Float32Array[], outputs: readonly Float32Array[]) => void
}

/** So long before a peak it begins to turn down. */
const lookAheadSeconds = 0.005
/** To a third of what is left it goes back up in this time. */
const releaseSeconds = 0.12
/** A decibel below full scale: between two samples the wave may be a little higher than either. */
export const limiterCeiling = 10 ** (-1 / 20)

/**
 * Lets nothing pass that is above the ceiling. The gain of a sample is the mean, over the look-ahead, of the least gain that
 * anything in the look-ahead of each moment needs: smooth, and at a peak no more than the peak needs.
 */
export function createLimiter(sampleRate: number, channelCount: number): Limiter {
  const ahead = Math.max(1, Math.round(lookAheadSeconds * sampleRate))
  const release = Math.exp(-1 / (releaseSeconds * sampleRate))
  const delayed = Array.from({ length: channelCount }, () => new Float32Array(ahead))
  const least = createSlidingLeast(ahead + 1)
  const mean = createSlidingMean(ahead + 1)
  let held = 1
  let at = 0

  function gainFor(peak: number): number {
    const needed = least(peak > limiterCeiling ? limiterCeiling / peak : 1)
    held = needed < held ? needed : needed + (held - needed) * release
    return mean(held)
  }

  return {
    take(inputs, outputs) {
      const length = outputs[0]?.length ?? 0
      for (let index = 0; index < length; index += 1) {
        let peak = 0
        for (const input of inputs) peak = Math.max(peak, Math.abs(sound(input, index)))
        const gain = gainFor(peak)
        for (const [channel, line] of delayed.entries()) {
          const output = outputs[channel]
          if (output !== undefined) output[index] = (line[at] ?? 0) * gain
          // One voice in the middle of two loudspeakers.
          line[at] = sound(inputs[channel] ?? inputs[0], index)
        }
        at = (at + 1) % ahead
      }
    },
  }
}

/** Far louder than any audio; past it rounding would let something through. */
const mostSample = 64

/** What is no number, as broken files have it, is silence: it would never leave the sums again. */
function sound(input: Float32Array | undefined, index: number): number {
  const sample = input?.[index] ?? 0
  return Number.isNaN(sample) ? 0 : Math.max(-mostSample, Math.min(mostSample, sample))
}

/** Of the last `length` values the least, each in constant time on average: later smaller ones make earlier ones forgotten. */
function createSlidingLeast(length: number): (value: number) => number {
  const values = new Float64Array(length + 1)
  const times = new Float64Array(length + 1)
  let first = 0
  let count = 0
  let now = 0
  return (value) => {
    now += 1
    while (count > 0 && (values[(first + count - 1) % values.length] ?? 0) >= value) count -= 1
    const place = (first + count) % values.length
    values[place] = value
    times[place] = now
    count += 1
    if ((times[first] ?? 0) <= now - length) {
      first = (first + 1) % values.length
      count -= 1
    }
    return values[first] ?? value
  }
}

function createSlidingMean(length: number): (value: number) => number {
  const values = new Float64Array(length).fill(1)
  let sum = length
  let at = 0
  return (value) => {
    sum += value - (values[at] ?? 1)
    values[at] = value
    at = (at + 1) % length
    // Summed anew each round, so that rounding does not add up over hours.
    if (at === 0) sum = values.reduce((total, each) => total + each, 0)
    return sum / length
  }
}
