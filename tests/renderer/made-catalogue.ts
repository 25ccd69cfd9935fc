import type { Episode } from '../../shared/models/episode.ts'
import type { PulledPage, PullRequest } from '../../shared/models/sync.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { madeEpisode, madePage } from './made-episodes.ts'

/** A podcast's episodes `e000`, `e001`, …, of which the later ones were updated earlier. */
export function madeCatalogue(podcastSlug: string, count: number): Episode[] {
  return Array.from({ length: count }, (_, index) =>
    madeEpisode(podcastSlug, `e${String(index).padStart(3, '0')}`, {
      updatedAt: new Date(Date.UTC(2026, 2, 20) - index * 3_600_000).toISOString(),
    }),
  )
}

/** Answers `sync.pull` page by page; the cursor is the index at which the next page begins. */
export function pullFrom(catalogue: readonly Episode[], pageSize: number) {
  return ({ cursor, updatedSince }: PullRequest): Result<PulledPage> => {
    const wanted = catalogue.filter(
      ({ updatedAt }) =>
        updatedSince === null || updatedAt === null || Date.parse(updatedAt) > Date.parse(updatedSince),
    )
    const from = cursor === null ? 0 : Number(cursor)
    if (Number.isNaN(from)) return failure('rejected', 'unknown cursor')
    const to = from + pageSize
    return success(
      madePage(wanted.slice(from, to), {
        nextCursor: to < wanted.length ? String(to) : null,
        validator: `validator of ${catalogue.length}`,
        expectedEpisodes: wanted.length,
      }),
    )
  }
}
