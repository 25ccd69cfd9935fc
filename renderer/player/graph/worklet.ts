import { createLimiter, type Limiter } from './limiter.ts'
import { createSilenceDetector } from './silence-detector.ts'
import { type GraphOrder, limiterName, type SilenceNews, silenceName } from './worklet-words.ts'

// What the audio thread gives its modules; TypeScript's library knows the page and workers only.
declare const sampleRate: number
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}

type Channels = readonly Float32Array[]

/** Tells when silence begins and ends. It passes nothing on: it listens beside what is heard. */
class SilenceProcessor extends AudioWorkletProcessor {
  private readonly detector = createSilenceDetector(sampleRate)
  private generation = 0
  private wasSilent = false
  private goesOn = true

  constructor() {
    super()
    this.port.onmessage = ({ data }: MessageEvent<GraphOrder>) => {
      if (data.kind === 'end') {
        this.goesOn = false
        return
      }
      this.detector.reset()
      this.generation = data.generation
      this.wasSilent = false
    }
  }

  process([input = []]: readonly Channels[]): boolean {
    const isSilent = this.detector.take(input)
    if (isSilent !== this.wasSilent) {
      this.wasSilent = isSilent
      const news: SilenceNews = { generation: this.generation, isSilent }
      this.port.postMessage(news)
    }
    return this.goesOn
  }
}

class LimiterProcessor extends AudioWorkletProcessor {
  private limiter: Limiter | null = null
  private channelCount = 0
  private goesOn = true

  constructor() {
    super()
    this.port.onmessage = ({ data }: MessageEvent<GraphOrder>) => {
      if (data.kind === 'end') this.goesOn = false
    }
  }

  process([input = []]: readonly Channels[], [output = []]: readonly Channels[]): boolean {
    if (this.limiter === null || this.channelCount !== output.length) {
      this.channelCount = output.length
      this.limiter = createLimiter(sampleRate, output.length)
    }
    this.limiter.take(input, output)
    return this.goesOn
  }
}

registerProcessor(silenceName, SilenceProcessor)
registerProcessor(limiterName, LimiterProcessor)
