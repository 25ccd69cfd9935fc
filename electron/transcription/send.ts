import { type EpisodeId, slugsOf } from '../../shared/models/identity.ts'
import { failure, type Problem, type Result, success } from '../../shared/result.ts'
import type { Fetcher } from '../net/fetcher.ts'
import { knownAddresses } from '../stenobird/known.ts'

export type SendTranscriptionRequest = (input: {
  requestId: string
  episodeId: EpisodeId
  actionUrl: string | null
}) => Promise<Result<{ accepted: true }>>

/**
 * Sends a request for a transcript once (K3). Any 2xx accepts it, whatever the body says. Repeating it is the outbox's
 * business; the request's id goes along as idempotency key.
 */
export function createSendTranscriptionRequest(parts: {
  fetcher: Pick<Fetcher, 'request'>
  apiBaseUrl: () => string
  log: { warn: (message: string) => void }
}): SendTranscriptionRequest {
  return async ({ requestId, episodeId, actionUrl }) => {
    const base = parts.apiBaseUrl().replace(/\/{1,20}$/, '')
    const { podcastSlug, episodeSlug } = slugsOf(episodeId)
    const built = knownAddresses.transcriptionRequests(base, podcastSlug, episodeSlug)
    const offered = actionUrl !== null && isOnOrigin(actionUrl, base) ? actionUrl : null
    if (actionUrl !== null && offered === null) {
      parts.log.warn(`ignored the action address ${actionUrl}, which is not on ${base}`)
    }
    const answer = await parts.fetcher.request({
      url: offered ?? built,
      method: 'POST',
      accept: 'application/json',
      idempotencyKey: requestId,
      body: 'ignored',
    })
    if (!answer.ok) return answer.problem.code === 'not-found' ? noSuchEpisode(answer.problem) : answer
    if (answer.value.kind === 'document') return success({ accepted: true })
    return failure(
      'unreadable',
      'The service answered a request for a transcript in a way that Earmark does not know.',
    )
  }
}

function isOnOrigin(url: string, base: string): boolean {
  return URL.parse(url)?.origin === URL.parse(base)?.origin
}

function noSuchEpisode(problem: Problem): Result<never> {
  const message = 'Stenobird takes no request for this episode: it does not know it, or no longer.'
  return { ok: false, problem: { ...problem, message } }
}
