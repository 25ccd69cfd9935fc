import type { AudioLocation } from '../../shared/models/audio.ts'
import type { Download } from '../../shared/models/download.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { type Result, success } from '../../shared/result.ts'
import { call } from '../bridge.ts'
import { audioOf, keepAudio } from '../db/audio.ts'
import { lookForAudio } from '../player/actions.ts'
import { announce, announceFailure } from '../shell/announce.ts'
import { notify } from '../shell/notice.ts'

/** Starts the download of an episode, or goes on with it. What cannot be started comes back as a problem. */
export async function startDownload(episodeId: EpisodeId, title: string): Promise<Result<null>> {
  const location = await locationOf(episodeId)
  if (location.ok && location.value.kind !== 'remote') {
    notify({ text: 'This episode’s audio is on this computer already, and plays without a network.' })
    return success(null)
  }
  const started = location.ok
    ? await call('downloads.start', { episodeId, title, location: location.value, askedBy: 'person' })
    : location
  if (started.ok) announce(`Download of ${title} begun`)
  else announceFailure(started.problem.message)
  return started
}

async function pauseDownload({ episodeId, title }: Download): Promise<void> {
  const paused = await call('downloads.pause', { episodeId })
  if (paused.ok) announce(`Download of ${title} paused`)
  else notify({ text: paused.problem.message, tone: 'failure' })
}

async function resumeDownload({ episodeId, title }: Download): Promise<void> {
  const resumed = await call('downloads.resume', { episodeId })
  if (resumed.ok) announce(`Download of ${title} goes on`)
  else notify({ text: resumed.problem.message, tone: 'failure' })
}

/** Pauses one that is on its way, and goes on with one that is not; after a failure the address may be another by now. */
export async function takeUp(download: Download): Promise<Result<null>> {
  const { episodeId, title, state } = download
  if (state === 'failed') return startDownload(episodeId, title)
  await (state === 'paused' ? resumeDownload(download) : pauseDownload(download))
  return success(null)
}

/** Cancels or removes it, which can be taken back for as long as the notice stands. */
export async function removeDownload({ episodeId, title, state }: Download): Promise<void> {
  const removed = await call('downloads.remove', { episodeId })
  if (!removed.ok) {
    notify({ text: removed.problem.message, tone: 'failure' })
    return
  }
  notify({
    text:
      state === 'complete'
        ? `The download of “${title}” was deleted from this computer.`
        : `The download of “${title}” was cancelled.`,
    action: { label: 'Undo', run: () => void restoreDownload(episodeId) },
    gone: () => void call('downloads.forget', { episodeId }),
  })
}

async function restoreDownload(episodeId: EpisodeId): Promise<void> {
  const restored = await call('downloads.restore', { episodeId })
  if (restored.ok) announce('The download is back')
  else notify({ text: restored.problem.message, tone: 'failure' })
}

/** Where an episode's audio is: as it is known, else as it is found now. */
export async function locationOf(episodeId: EpisodeId): Promise<Result<AudioLocation>> {
  const known = await audioOf(episodeId)
  if (known !== undefined) return success(known.location)
  const found = await lookForAudio(episodeId)
  if (!found.ok) return found
  return success((await keepAudio({ episodeId, ...found.value })).location)
}
