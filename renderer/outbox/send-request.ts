import type { EpisodeAction } from '../../shared/models/episode.ts'
import type { TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import { meansOffline } from '../../shared/result.ts'
import { call } from '../bridge.ts'
import { serviceIsHeld } from '../connectivity/service-hold.ts'
import { episodeDetails } from '../db/episodes.ts'
import { applyEvent } from '../db/requests.ts'
import { announce, announceFailure } from '../shell/announce.ts'
import { type Ending, eventOfProblem, quietSeconds } from './answer.ts'
import { firstLookAtMs } from './looking.ts'

/**
 * Claims a waiting request, sends it once, and stores what came of it. One that was cancelled before it could be
 * claimed is settled as well.
 */
export async function sendRequest(request: TranscriptionRequest, random: () => number): Promise<Ending> {
  const claimed = await applyEvent(request.id, { kind: 'send' })
  if (claimed === null) return 'settled'
  const details = await episodeDetails(claimed.episodeId)
  const answer = await call('transcription.send', {
    requestId: claimed.id,
    episodeId: claimed.episodeId,
    actionUrl: transcriptionActionUrl(details?.actions ?? []),
  })
  if (answer.ok) {
    await applyEvent(claimed.id, { kind: 'accept', nextLookAtMs: firstLookAtMs(Date.now(), random) })
    announce(`The transcript of ${claimed.episodeTitle} is requested.`)
    return 'settled'
  }
  const { problem } = answer
  const nowMs = Date.now()
  const event = eventOfProblem(claimed, problem, nowMs, random)
  const quiet = quietSeconds(problem)
  if (quiet !== null) serviceIsHeld(quiet, nowMs)
  // "Too many requests" is meant for all of us, also when no time goes with it.
  else if (problem.code === 'rate-limited' && event.kind === 'postpone') {
    serviceIsHeld((event.nextAttemptAtMs - nowMs) / 1000, nowMs)
  }
  const after = await applyEvent(claimed.id, event)
  if (after?.state === 'failed') {
    announceFailure(`The transcript of ${claimed.episodeTitle} could not be requested. ${problem.message}`)
  }
  if (quiet !== null) return 'told-to-wait'
  return meansOffline(problem.code) ? 'unanswered' : 'settled'
}

/** The address that the episode itself offers for this, else `null`. */
function transcriptionActionUrl(actions: readonly EpisodeAction[]): string | null {
  const action = actions.find(
    ({ method, url }) =>
      method.toUpperCase() === 'POST' &&
      URL.parse(url)?.pathname.replace(/\/+$/, '').endsWith('/transcription-requests') === true,
  )
  return action?.url ?? null
}
