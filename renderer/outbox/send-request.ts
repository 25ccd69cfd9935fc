import type { EpisodeAction } from '../../shared/models/episode.ts'
import type { TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import { meansOffline } from '../../shared/result.ts'
import { call } from '../bridge.ts'
import { episodeDetails } from '../db/episodes.ts'
import { applyEvent } from '../db/requests.ts'
import { announce, announceFailure } from '../shell/announce.ts'
import { eventOfProblem } from './answer.ts'

/** `not-sent`: it was cancelled, or claimed, before it could be. */
export type Sent = 'answered' | 'offline' | 'not-sent'

/** Claims a waiting request, sends it once, and stores what came of it. */
export async function sendRequest(request: TranscriptionRequest, random: () => number): Promise<Sent> {
  const claimed = await applyEvent(request.id, { kind: 'send' })
  if (claimed === null) return 'not-sent'
  const details = await episodeDetails(claimed.episodeId)
  const answer = await call('transcription.send', {
    requestId: claimed.id,
    episodeId: claimed.episodeId,
    actionUrl: transcriptionActionUrl(details?.actions ?? []),
  })
  if (answer.ok) {
    await applyEvent(claimed.id, { kind: 'accept' })
    announce(`The transcript of ${claimed.episodeTitle} is requested.`)
    return 'answered'
  }
  const after = await applyEvent(claimed.id, eventOfProblem(claimed, answer.problem, Date.now(), random))
  if (after?.state === 'failed') {
    announceFailure(
      `The transcript of ${claimed.episodeTitle} could not be requested. ${answer.problem.message}`,
    )
  }
  return meansOffline(answer.problem.code) ? 'offline' : 'answered'
}

/** The address that the episode itself offers for this, else `null`. */
export function transcriptionActionUrl(actions: readonly EpisodeAction[]): string | null {
  const action = actions.find(
    ({ method, url }) =>
      method.toUpperCase() === 'POST' &&
      URL.parse(url)?.pathname.replace(/\/+$/, '').endsWith('/transcription-requests') === true,
  )
  return action?.url ?? null
}
