import type { Page } from '@playwright/test'

/** What went to the loudspeakers through Web Audio while the element's clock went through a stretch. */
export type OutputPiece = { atSeconds: number; power: number; peak: number }

export type Element = {
  clockSeconds: number
  rate: number
  volume: number
  muted: boolean
  paused: boolean
}

type Tapped = typeof globalThis & {
  contexts?: AudioContext[]
  pieces?: OutputPiece[]
  Howler: { _howls: { _sounds: { _node: HTMLAudioElement }[] }[] }
}

/** Counts the page's audio contexts from now on, and measures every sample that one hands to the loudspeakers. */
export function tapOutput(page: Page): Promise<void> {
  return page.evaluate(() => {
    const tapped = globalThis as Tapped
    const [contexts, pieces]: [AudioContext[], OutputPiece[]] = [[], []]
    Object.assign(tapped, { contexts, pieces })
    const Bare = globalThis.AudioContext
    globalThis.AudioContext = class extends Bare {
      constructor(options?: AudioContextOptions) {
        super(options)
        contexts.push(this)
      }
    }
    const connect: (this: AudioNode, to: AudioNode) => AudioNode = AudioNode.prototype.connect
    Object.assign(AudioNode.prototype, {
      connect(this: AudioNode, to: AudioNode) {
        if (to instanceof AudioDestinationNode) {
          const tap = this.context.createScriptProcessor(4096, 2, 2)
          tap.onaudioprocess = ({ inputBuffer }) => {
            const samples = inputBuffer.getChannelData(0)
            let [power, peak] = [0, 0]
            for (const sample of samples) {
              power += sample ** 2 / samples.length
              peak = Math.max(peak, Math.abs(sample))
            }
            const element = tapped.Howler._howls.at(-1)?._sounds[0]?._node
            pieces.push({ atSeconds: element?.currentTime ?? 0, power, peak })
          }
          connect.call(this, tap)
          connect.call(tap, to)
        }
        return connect.call(this, to)
      },
    })
  })
}

export function contextStates(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as Tapped).contexts?.map(({ state }) => state) ?? [])
}

/** What was measured, and forgets it. */
export function takePieces(page: Page): Promise<OutputPiece[]> {
  return page.evaluate(() => (globalThis as Tapped).pieces?.splice(0) ?? [])
}

export function readElement(page: Page): Promise<Element> {
  return page.evaluate(() => {
    const element = (globalThis as Tapped).Howler._howls.at(-1)?._sounds[0]?._node
    if (element === undefined) throw new Error('Nothing is open.')
    const { currentTime: clockSeconds, playbackRate: rate, volume, muted, paused } = element
    return { clockSeconds, rate, volume, muted, paused }
  })
}

/** The root of the mean power, in decibels of full scale, of what was heard within a stretch of the audio. */
export function levelWithin(pieces: readonly OutputPiece[], [from, to]: readonly [number, number]): number {
  const within = pieces.filter(({ atSeconds }) => atSeconds >= from && atSeconds < to)
  return 10 * Math.log10(within.reduce((sum, { power }) => sum + power, 0) / within.length)
}
