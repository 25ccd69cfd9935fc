import type { SoundSettings } from '../sound.ts'
import { graphContext, leaveContext, runContext } from './context.ts'
import { type GraphOrder, limiterName, type SilenceNews, silenceName } from './worklet-words.ts'

/** What an element plays through, once it was asked for boost or trimming; it cannot be taken out of it again. */
export type ElementGraph = {
  apply: (settings: SoundSettings) => void
  /** Its clock is to move: the graph has to run, else the element waits for it. */
  run: () => void
  /** It plays on from here: silence is listened for anew. */
  listenAnew: () => void
  /** What comes from the element is no audio: it is paused, waits or jumps. */
  listenNoMore: () => void
  rest: () => void
  close: () => void
}

/** Long enough not to be heard as a click, short enough to be felt as at once. */
const smoothSeconds = 0.015
const crossfadeSeconds = 0.06

/**
 * Measured on syllables with pauses (RMS, dBFS): what is at -38 comes up by 14 dB, at -26 by 9, at -16, as podcasts are made, by 4.
 * Chromium's compressor adds make-up gain of its own, (1 / gain at full scale) ^ 0.6, which gives the 8 of these 14. Its
 * release is slow against syllables, and its ratio low, so that the room does not breathe between words.
 */
const compressing = { threshold: -32, knee: 10, ratio: 2, attack: 0.005, release: 1 } as const
/** 6 dB. What of it would go past full scale is the limiter's. */
const makeUp = 2

/** `null` where there can be no graph: the element plays on as it is. */
export function createElementGraph(
  element: HTMLMediaElement,
  settings: SoundSettings,
  hearSilence: (isSilent: boolean) => void,
): ElementGraph | null {
  const made = graphContext()
  if (made === null) return null
  const { context, processors } = made
  const source = context.createMediaElementSource(element)
  const plain = context.createGain()
  // Volume, muting and the fade come last: nothing before may take a quiet setting for a quiet voice, or for silence.
  const volume = context.createGain()
  volume.gain.value = volumeOf(settings)
  source.connect(plain).connect(volume).connect(context.destination)

  let applied = settings
  let boosted: { gain: GainNode; limiter: AudioWorkletNode } | null = null
  let ear: AudioWorkletNode | null = null
  let generation = 0
  let listens = false
  let isClosed = false

  function order(node: AudioWorkletNode, said: GraphOrder): void {
    node.port.postMessage(said)
  }

  function boostOn(): NonNullable<typeof boosted> {
    const compressor = new DynamicsCompressorNode(context, compressing)
    const limiter = new AudioWorkletNode(context, limiterName, { numberOfInputs: 1, numberOfOutputs: 1 })
    const louder = new GainNode(context, { gain: makeUp })
    const gain = new GainNode(context, { gain: 0 })
    source.connect(compressor).connect(louder).connect(limiter).connect(gain).connect(volume)
    return { gain, limiter }
  }

  function earOn(): AudioWorkletNode {
    const node = new AudioWorkletNode(context, silenceName, { numberOfInputs: 1, numberOfOutputs: 0 })
    node.port.onmessage = ({ data }: MessageEvent<SilenceNews>) => {
      if (!isClosed && listens && data.generation === generation) hearSilence(data.isSilent)
    }
    source.connect(node)
    return node
  }

  function follow(): void {
    if (isClosed) return
    if (applied.boost) boosted ??= boostOn()
    // Together never more than one, so that what is between them is not louder than full scale either.
    slide(plain.gain, applied.boost ? 0 : 1, crossfadeSeconds)
    if (boosted !== null) slide(boosted.gain.gain, applied.boost ? 1 : 0, crossfadeSeconds)
    if (applied.trimsSilence && ear === null) {
      ear = earOn()
      resetEar()
    }
    if (!applied.trimsSilence && ear !== null) {
      source.disconnect(ear)
      order(ear, { kind: 'end' })
      ear = null
    }
  }

  function slide(gain: AudioParam, to: number, seconds: number): void {
    const now = context.currentTime
    gain.cancelScheduledValues(now)
    gain.setValueAtTime(gain.value, now)
    gain.linearRampToValueAtTime(to, now + seconds)
  }

  function resetEar(): void {
    generation += 1
    if (ear !== null) order(ear, { kind: 'reset', generation })
  }

  const graph: ElementGraph = {
    apply(changed) {
      applied = changed
      slide(volume.gain, volumeOf(changed), smoothSeconds)
      void processors.then((areThere) => {
        if (areThere) follow()
      })
    },
    run: () => runContext(graph),
    listenAnew() {
      listens = true
      resetEar()
    },
    listenNoMore() {
      listens = false
    },
    rest: () => leaveContext(graph),
    close() {
      if (isClosed) return
      isClosed = true
      for (const node of [ear, boosted?.limiter ?? null]) if (node !== null) order(node, { kind: 'end' })
      source.disconnect()
      volume.disconnect()
      leaveContext(graph)
    },
  }
  graph.apply(settings)
  return graph
}

function volumeOf({ volume, muted }: SoundSettings): number {
  return muted ? 0 : volume
}
