import { processedState } from '../../shared/models/episode.ts'
import type { TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import { unpack } from '../../shared/packed.ts'
import { meansOffline } from '../../shared/result.ts'
import { call } from '../bridge.ts'
import { serviceIsHeld } from '../connectivity/service-hold.ts'
import { applyEvent } from '../db/requests.ts'
import { storeEpisode } from '../db/store-episode.ts'
import { announceFailure } from '../shell/announce.ts'
import { type Ending, quietSeconds } from './answer.ts'
import { nextLookAtMs } from './looking.ts'

/**
 * Reads the episode of an accepted request once, stores what there is of it, and what that means for the request.
 * It is no look where nobody answered, or the service asks everybody to wait.
 */
export async function lookAtEpisode(request: TranscriptionRequest, random: () => number): Promise<Ending> {
  const { id, episodeId, episodeTitle } = request
  const read = await call('episode.read', { source: 'stenobird', episodeId })
  const nowMs = Date.now()
  const looking = request.looking ?? { sinceMs: nowMs, looks: 0 }
  if (!read.ok) {
    const { code, message } = read.problem
    if (code === 'unreachable' || code === 'cancelled') return 'unanswered'
    const quiet = quietSeconds(read.problem)
    if (quiet !== null) {
      serviceIsHeld(quiet, nowMs)
      return 'told-to-wait'
    }
    await applyEvent(id, {
      kind: 'miss',
      problem: { code, message },
      nextLookAtMs: nextLookAtMs(looking, nowMs, random),
    })
    return meansOffline(code) ? 'unanswered' : 'settled'
  }
  const seen = unpack(read.value)
  if (seen.kind === 'gone') {
    const message = 'The service no longer has this episode, so there will be no transcript of it.'
    await applyEvent(id, { kind: 'vanish', problem: { code: 'not-found', message } })
    announceFailure(`No transcript of ${episodeTitle}. ${message}`)
    return 'settled'
  }
  await storeEpisode(seen.episode, new Date(nowMs).toISOString())
  const { processingState } = seen.episode
  if (processingState === processedState) await applyEvent(id, { kind: 'arrive' })
  else {
    const nextAtMs = nextLookAtMs(looking, nowMs, random)
    await applyEvent(id, { kind: 'look', seenState: processingState, nextLookAtMs: nextAtMs })
  }
  return 'settled'
}
