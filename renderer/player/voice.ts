import { z } from 'zod'
import { recall, remember } from '../db/memory.ts'
import { boundedRate } from './rates.ts'
import type { SoundSettings } from './sound.ts'
import { useSpeeds } from './speed-store.ts'
import { usePlayer } from './store.ts'
import { engine } from './the-engine.ts'

const memoryKey = 'player-voice'
const schema = z.object({
  rate: z.number(),
  volume: z.number().min(0).max(1),
  muted: z.boolean(),
  boost: z.boolean().default(false),
  trimsSilence: z.boolean().default(false),
})

/** Changes the general speed, volume or how it sounds, of this episode and all to come, and remembers it. */
export function keepVoice(changed: Partial<SoundSettings>): void {
  applyVoice(changed)
  const { volume, muted, boost, trimsSilence } = usePlayer.getState()
  void remember(memoryKey, { rate: useSpeeds.getState().general, volume, muted, boost, trimsSilence })
}

export async function restoreVoice(): Promise<void> {
  const voice = await recall(memoryKey, schema)
  if (voice === null) return
  const general = boundedRate(voice.rate)
  useSpeeds.setState({ general, generalBefore: general })
  applyVoice({ ...voice, rate: general })
}

/** The same, and remembers nothing. */
export function applyVoice(changed: Partial<SoundSettings>): void {
  usePlayer.setState(changed)
  engine.change(changed)
}
