import type { Episode } from '../../../shared/models/episode.ts'
import type { ReadEpisode } from '../../../shared/models/sync.ts'
import { type Problem, type Result, success } from '../../../shared/result.ts'
import type { Identity } from '../reading/assemble-episode.ts'
import type { KeptPage } from './cursor.ts'
import { type Road, type RoadAnswer, requestByRoad } from './episode-roads.ts'
import { closesRoad, mostTelling, type Service } from './service.ts'

/** From the best to the last. */
export const allRoads: readonly Road[] = ['A4', 'K2', 'K1']
/** For a service that is known to lack the rest. */
export const pageRoads: readonly Road[] = ['K2', 'K1']

/** How an episode stands against what was kept of it. */
export type Reread = { kept: KeptPage; freshForSeconds: number | null } & (
  | { kind: 'read'; episode: Episode }
  | { kind: 'unchanged' }
)

/** One episode by the first of the roads that is open. By the one it was read by last, an unchanged one costs no body. */
export async function rereadEpisode(
  service: Service,
  identity: Identity,
  roads: readonly Road[],
  kept: KeptPage | null,
): Promise<Result<Reread>> {
  const problems: Problem[] = []
  for (const road of roads) {
    const answer = await requestByRoad(service, identity, road, kept?.road === road ? kept.validator : null)
    if (answer.ok) return success(rereadOf(identity.slug, road, answer.value))
    if (!closesRoad(answer.problem)) return answer
    problems.push(answer.problem)
  }
  // Roads that refuse the question, all of them, do not say that there is no such episode.
  const otherwise = problems.find(({ code }) => code === 'not-found') ?? problems[0]
  const problem: Problem = mostTelling(problems, {
    code: otherwise?.code ?? 'not-found',
    message: `${service.name} has no episode “${identity.slug}” of “${identity.podcastSlug}”. Check the address for a mistake.`,
  })
  return { ok: false, problem }
}

/** One episode as it is now. */
export async function readEpisode(service: Service, identity: Identity): Promise<Result<Episode>> {
  const read = await rereadEpisode(service, identity, allRoads, null)
  if (!read.ok) return read
  if (read.value.kind === 'read') return success(read.value.episode)
  throw new Error('An episode of which nothing was kept cannot be unchanged.')
}

/** An episode that is known of: as it is now, or that the service has it no longer. */
export async function readKnownEpisode(service: Service, identity: Identity): Promise<Result<ReadEpisode>> {
  const read = await readEpisode(service, identity)
  if (read.ok) return success({ kind: 'read', episode: read.value })
  return read.problem.code === 'not-found' ? success({ kind: 'gone' }) : read
}

function rereadOf(slug: string, road: Road, answer: RoadAnswer): Reread {
  const { freshForSeconds } = answer
  const kept = { slug, road, validator: answer.validator }
  return answer.kind === 'read'
    ? { kind: 'read', episode: answer.episode, kept, freshForSeconds }
    : { kind: 'unchanged', kept, freshForSeconds }
}
