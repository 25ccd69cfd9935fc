import type { Call } from '../http/call.ts'
import { json, notFound, problem, type Reply } from '../http/reply.ts'
import type { Route } from '../http/route.ts'
import { foundEpisode } from './found-episode.ts'
import type { World } from './world.ts'

/** K3. The real answer's body is not known, so nothing but its status should be relied on. */
export function transcriptionRoutes(world: World): Route[] {
  const answers = new Map<string, { episode: string; receivedAt: string }>()

  function accept(call: Call): Reply {
    const found = foundEpisode(world, call)
    if (found === null) return notFound('episode')
    const { podcastSlug, slug: episodeSlug } = found.episode
    const episode = `${podcastSlug}/${episodeSlug}`
    const idempotencyKey = call.headers['idempotency-key'] ?? null
    const before = idempotencyKey === null ? undefined : answers.get(idempotencyKey)
    if (before !== undefined && before.episode !== episode) {
      return problem(409, 'idempotency_key_reused', 'This Idempotency-Key was used for another episode.')
    }
    const receivedAt = new Date().toISOString()
    const answered = before ?? { episode, receivedAt }
    if (idempotencyKey !== null) answers.set(idempotencyKey, answered)
    const isRepeated = before !== undefined
    world.transcriptionRequests.push({ podcastSlug, episodeSlug, idempotencyKey, isRepeated, receivedAt })
    return json({ status: 'accepted', episode, received_at: answered.receivedAt }, { status: 202 })
  }

  const path = '/v1/public/podcasts/{podcast}/episodes/{episode}/transcription-requests'
  return [{ part: 'K3', method: 'POST', path, answer: accept }]
}
