import type { AudioLocation } from '../../shared/models/audio.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { type Result, success } from '../../shared/result.ts'
import { call } from '../bridge.ts'
import { forgetAudio, keepAudio } from '../db/audio.ts'
import { playEpisode } from '../player/actions.ts'
import { announce } from '../shell/announce.ts'
import { readAudioAddress } from './audio-address.ts'

/** `left`: the person closed the dialog, and all is as it was. */
export type AudioTaking = 'taken' | 'left'

/** Takes an address that a person typed, once it is sure that audio answers there. */
export async function takeAudioAddress(episodeId: EpisodeId, text: string): Promise<Result<AudioTaking>> {
  const location = readAudioAddress(text)
  return location.ok ? keepChosen(episodeId, location.value) : location
}

/** Lets the person choose a file; closing that dialog changes nothing. */
export async function chooseAudioFile(episodeId: EpisodeId): Promise<Result<AudioTaking>> {
  const chosen = await call('audio.choose-file', null)
  if (!chosen.ok) return chosen
  return chosen.value === null ? success('left') : keepChosen(episodeId, chosen.value)
}

/** Forgets what was found or given; the next Play looks again. */
export async function lookForAudioAgain(episodeId: EpisodeId): Promise<void> {
  await forgetAudio(episodeId)
  await playEpisode(episodeId)
}

async function keepChosen(episodeId: EpisodeId, location: AudioLocation): Promise<Result<AudioTaking>> {
  const opened = await call('audio.open', { episodeId, location })
  if (!opened.ok) return opened
  await keepAudio({ episodeId, location, origin: 'person' })
  announce('Audio set')
  await playEpisode(episodeId)
  return success('taken')
}
