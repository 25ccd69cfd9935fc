export type SilenceDetector = {
  /** Takes the next samples of one channel or more, all equally long; tells whether it is silent now. */
  take: (channels: readonly Float32Array[]) => boolean
  /** What comes next does not go on from what was taken: after a jump or a stop. It is not silent until heard to be. */
  reset: () => void
}

/** Short enough for the first sound of a word, long enough to tell a level. */
const pieceSeconds = 0.005
/** What is this quiet for so long is a pause between sentences; between words it is shorter. */
const pauseSeconds = 0.25

/** Decibels below the loudness of the speech: a vowel and a soft consonant of one voice are about this far apart. */
const belowSpeech = 26
/** Whatever the speech is like, in decibels of full scale. */
const alwaysSilent = -60
const neverSilent = -34

/** What rises so many decibels out of a pause is a breath or the first sound of a word. */
const riseOutOfPause = 9
const mostRiseAhead = 12

const noLevel = -120
/** Samples of a broken file can be as large as numbers get. */
const mostLevel = 12

/** How fast what counts as loud follows: up within a word, down so slowly that a pause is not taken for a quiet voice. */
const upSeconds = 0.2
const downPerSecond = 1.5

/**
 * Hears silence in what a source plays, by its level against how loud the speech was so far. Into silence it goes slowly, out
 * of it with the first piece that rises out of the pause, also if that is still below what counts as silent.
 */
export function createSilenceDetector(sampleRate: number): SilenceDetector {
  const pieceSamples = Math.max(1, Math.round(pieceSeconds * sampleRate))
  const lengthSeconds = pieceSamples / sampleRate
  let loud = alwaysSilent + belowSpeech
  let isSilent = false
  let quietSeconds = 0
  /** The level of the pause itself: a room, a hum, or nothing. */
  let floor = Number.POSITIVE_INFINITY
  let power = 0
  let samples = 0

  function silentBelow(): number {
    return Math.min(neverSilent, Math.max(alwaysSilent, loud - belowSpeech))
  }

  function soundAbove(): number {
    const limit = silentBelow()
    return Math.min(limit, Math.max(limit - mostRiseAhead, floor + riseOutOfPause))
  }

  function takePiece(level: number): void {
    if (level > loud) loud += (level - loud) * Math.min(1, lengthSeconds / upSeconds)
    else if (!isSilent) loud -= downPerSecond * lengthSeconds
    if (level >= (isSilent ? soundAbove() : silentBelow())) {
      hearSound()
      return
    }
    floor = Math.min(floor, level)
    quietSeconds += lengthSeconds
    // A little more than rounding takes away.
    if (quietSeconds > pauseSeconds - lengthSeconds / 2) isSilent = true
  }

  function hearSound(): void {
    isSilent = false
    quietSeconds = 0
    floor = Number.POSITIVE_INFINITY
  }

  return {
    take(channels) {
      const length = channels[0]?.length ?? 0
      for (let index = 0; index < length; index += 1) {
        let most = 0
        for (const channel of channels) most = Math.max(most, (channel[index] ?? 0) ** 2)
        power += most
        samples += 1
        if (samples < pieceSamples) continue
        takePiece(levelOf(power / samples))
        power = 0
        samples = 0
      }
      return isSilent
    },
    reset() {
      hearSound()
      power = 0
      samples = 0
    },
  }
}

function levelOf(power: number): number {
  if (!(power > 0)) return noLevel
  return Math.min(mostLevel, Math.max(noLevel, 10 * Math.log10(power)))
}
