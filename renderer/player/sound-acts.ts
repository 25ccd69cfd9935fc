import { announce } from '../shell/announce.ts'
import { usePlayer } from './store.ts'
import { keepVoice } from './voice.ts'

export function toggleBoost(): void {
  const boost = !usePlayer.getState().boost
  keepVoice({ boost })
  announce(boost ? 'Voices are boosted' : 'Voices are no longer boosted')
}

export function toggleSilenceTrimming(): void {
  const trimsSilence = !usePlayer.getState().trimsSilence
  keepVoice({ trimsSilence })
  announce(trimsSilence ? 'Silence is trimmed' : 'Silence is no longer trimmed')
}
