import { createEngine, type EngineEvent } from '../../../../renderer/player/engine.ts'
import { openHowlSound } from '../../../../renderer/player/howl-sound.ts'
import type { SoundSettings } from '../../../../renderer/player/sound.ts'

/** What can be read off the element itself. */
export type ElementSettings = Pick<SoundSettings, 'rate' | 'volume' | 'muted'>

/** What the engine is told. */
export type Ask =
  | { kind: 'open'; source: number; startSeconds: number }
  | { kind: 'close' | 'play' | 'pause' }
  | { kind: 'seek'; seconds: number }
  | { kind: 'change'; settings: ElementSettings }

type Status = Extract<EngineEvent, { kind: 'status' }>['status'] | 'failed' | null

/** How the engine and all elements that ever were stand. */
export type Standing = {
  atMs: number
  isOpen: boolean
  status: Status
  positionSeconds: number
  /** Addresses of what can be heard. */
  sounding: string[]
  /** Of the element that was made last. */
  settings: ElementSettings | null
}

export type RealPlayer = {
  /** All at once, in one task; tells how it stood before. */
  act: (asks: readonly Ask[]) => Standing
  /** Once nothing is under way any more. */
  settled: () => Promise<Standing>
}

const elements: HTMLAudioElement[] = []
globalThis.Audio = class extends Audio {
  constructor() {
    super()
    elements.push(this)
  }
}

const sources = new URLSearchParams(location.search).getAll('source')
const engine = createEngine(openHowlSound)
let status: Status = null
engine.listen((event) => {
  if (event.kind === 'status') status = event.status
  if (event.kind === 'failed') status = 'failed'
})

function standing(): Standing {
  const latest = elements.at(-1)
  return {
    atMs: performance.now(),
    isOpen: engine.isOpen(),
    status,
    positionSeconds: engine.positionSeconds(),
    sounding: elements.filter(({ paused, ended }) => !paused && !ended).map(({ src }) => src),
    settings:
      latest === undefined ? null : { rate: latest.playbackRate, volume: latest.volume, muted: latest.muted },
  }
}

function actOn(ask: Ask): void {
  switch (ask.kind) {
    case 'open':
      engine.open({ url: sources[ask.source] ?? '', startSeconds: ask.startSeconds })
      return
    case 'seek':
      engine.seekTo(ask.seconds)
      return
    case 'change':
      engine.change(ask.settings)
      return
    case 'close':
    case 'play':
    case 'pause':
      engine[ask.kind]()
  }
}

function isBusy(): boolean {
  return engine.isOpen() && (status === 'loading' || elements.at(-1)?.seeking === true)
}

const calmLooks = 3
const limitMs = 20_000

async function settled(): Promise<Standing> {
  const giveUpAtMs = performance.now() + limitMs
  for (let calm = 0; calm < calmLooks; calm = isBusy() ? 0 : calm + 1) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    if (performance.now() > giveUpAtMs) break
  }
  return standing()
}

const player: RealPlayer = {
  act: (asks) => {
    const before = standing()
    for (const ask of asks) actOn(ask)
    return before
  },
  settled,
}
Object.assign(globalThis, { player })
