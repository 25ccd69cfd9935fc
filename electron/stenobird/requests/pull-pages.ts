import type { Episode } from '../../../shared/models/episode.ts'
import type { BrokenEpisode } from '../../../shared/models/sync.ts'
import type { Problem, Result } from '../../../shared/result.ts'
import type { KeptPage } from './cursor.ts'
import type { Reread } from './read-episode.ts'
import { closesRoad, type Service } from './service.ts'

export type ReadEach = {
  episodes: Episode[]
  unchangedSlugs: string[]
  broken: BrokenEpisode[]
  kept: KeptPage[]
  /** The shortest that any answer named. */
  freshForSeconds: number | null
}

/**
 * Reads each of a few episodes. One that cannot be read is reported and costs nothing else; when the service
 * is away or busy, or has trouble with all of them, that is a problem of the whole.
 */
export async function readEach(
  service: Service,
  podcastSlug: string,
  slugs: readonly string[],
  read: (slug: string) => Promise<Result<Reread>>,
): Promise<Result<ReadEach>> {
  const answers = await Promise.all(slugs.map(read))
  const rereads = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
  const problems = answers.flatMap((answer) => (answer.ok ? [] : [answer.problem]))
  const stopping = problems.find((problem) => stops(problem, rereads.length))
  if (stopping !== undefined) return { ok: false, problem: stopping }
  const broken = answers.flatMap((answer, index) =>
    answer.ok ? [] : [{ slug: slugs[index] ?? null, reason: answer.problem.message }],
  )
  for (const { slug, reason } of broken) service.log.warn(`${podcastSlug}/${slug}: ${reason}`)
  const fresh = rereads.flatMap(({ freshForSeconds }) => freshForSeconds ?? [])
  return {
    ok: true,
    value: {
      episodes: rereads.flatMap((reread) => (reread.kind === 'read' ? [reread.episode] : [])),
      unchangedSlugs: rereads.flatMap((reread) => (reread.kind === 'unchanged' ? [reread.kept.slug] : [])),
      broken,
      kept: rereads.map((reread) => reread.kept),
      freshForSeconds: fresh.length === 0 ? null : Math.min(...fresh),
    },
  }
}

function stops(problem: Problem, readSoFar: number): boolean {
  if (closesRoad(problem) || problem.code === 'too-large') return false
  return problem.code !== 'server-error' || readSoFar === 0
}
