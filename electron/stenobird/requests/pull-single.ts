import type { PulledPage, PullRequest } from '../../../shared/models/sync.ts'
import { type Result, success } from '../../../shared/result.ts'
import { type KeptPage, readValidator, writeCursor, writeValidator } from './cursor.ts'
import { emptyPage } from './empty-page.ts'
import type { Road } from './episode-roads.ts'
import { bySlug, isTrusted, type PassesUnderWay, type PassUnderWay } from './passes-under-way.ts'
import { readEach } from './pull-pages.ts'
import { allRoads, rereadEpisode } from './read-episode.ts'
import type { Service } from './service.ts'

const episodesAtOnce = 20

/** Episodes that are known one by one, each asked for again. */
export async function pullSingle(
  service: Service,
  passes: PassesUnderWay,
  request: PullRequest,
  offset: number,
): Promise<Result<PulledPage>> {
  const { podcastSlug, episodeSlugs, validator } = request
  const underWay = offset === 0 ? undefined : passes.singles.get(podcastSlug)
  const pass = underWay ?? beginning(service, validator)
  const end = offset + episodesAtOnce
  const read = await readEach(service, podcastSlug, episodeSlugs.slice(offset, end), (slug) => {
    const kept = pass.known.get(slug) ?? null
    return rereadEpisode(service, { podcastSlug, slug }, roadsFor(kept, pass.trusting), kept)
  })
  if (!read.ok) return read
  const { episodes, unchangedSlugs, broken } = read.value
  const kept = [...pass.kept, ...read.value.kept]
  const isLast = end >= episodeSlugs.length
  if (isLast) passes.singles.delete(podcastSlug)
  else passes.singles.set(podcastSlug, { ...pass, kept })

  const freshForSeconds = offset === 0 ? read.value.freshForSeconds : null
  const page = { ...emptyPage, path: 'single-episodes', freshForSeconds } as const
  const isUnchanged = pass.trusting && unchangedSlugs.length === episodeSlugs.length
  if (isUnchanged && validator !== null) return success({ ...page, unchanged: true, validator })
  return success({
    ...page,
    episodes,
    unchangedSlugs,
    broken,
    nextCursor: isLast ? null : writeCursor({ path: 'single-episodes', offset: end }),
    validator: isLast
      ? writeValidator({ path: 'single-episodes', readAtMs: pass.readAtMs, pages: kept })
      : null,
    expectedEpisodes: episodeSlugs.length,
  })
}

function beginning(service: Service, validator: string | null): PassUnderWay {
  const stored = readValidator(validator)
  const known = stored?.path === 'single-episodes' ? stored : null
  const now = service.now()
  const trusting = known !== null && isTrusted(known.readAtMs, now)
  return {
    known: bySlug(known?.pages ?? []),
    trusting,
    readAtMs: trusting ? known.readAtMs : now,
    kept: [],
  }
}

/** The road that led there last goes first; now and then the better ones are tried again, since services grow. */
function roadsFor(kept: KeptPage | null, trusting: boolean): readonly Road[] {
  if (kept === null || !trusting) return allRoads
  return [kept.road, ...allRoads.filter((road) => road !== kept.road)]
}
