import type { AudioLocation } from '../../shared/models/audio.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { type Result, success } from '../../shared/result.ts'
import { call } from '../bridge.ts'
import { audioOf, keepAudio } from '../db/audio.ts'
import { episodeDetails } from '../db/episodes.ts'
import { announce, announceFailure } from '../shell/announce.ts'
import { notify } from '../shell/notice.ts'

/** Starts the download of an episode, or starts it again. What cannot be started comes back as a problem. */
export async function startDownload(episodeId: EpisodeId, title: string): Promise<Result<null>> {
  const location = await locationOf(episodeId)
  if (location.ok && location.value.kind !== 'remote') {
    notify({ text: 'This episode’s audio is on this computer already, and plays without a network.' })
    return success(null)
  }
  const started = location.ok
    ? await call('downloads.start', { episodeId, title, location: location.value })
    : location
  if (started.ok) announce(`Download of ${title} begun`)
  else announceFailure(started.problem.message)
  return started
}

export async function removeDownload(episodeId: EpisodeId): Promise<void> {
  const removed = await call('downloads.remove', { episodeId })
  if (removed.ok) announce('Download removed')
  else notify({ text: removed.problem.message, tone: 'failure' })
}

async function locationOf(episodeId: EpisodeId): Promise<Result<AudioLocation>> {
  const known = await audioOf(episodeId)
  if (known !== undefined) return success(known.location)
  const details = await episodeDetails(episodeId)
  const found = await call('audio.find', {
    audio: details?.audio ?? null,
    canonicalUrl: details?.canonicalUrl ?? null,
  })
  if (!found.ok) return found
  return success((await keepAudio({ episodeId, ...found.value })).location)
}
