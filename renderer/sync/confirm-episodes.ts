import { episodeIdOf } from '../../shared/models/identity.ts'
import type { SourceId } from '../../shared/models/podcast.ts'
import type { ProblemCode } from '../../shared/result.ts'
import { storeEpisode } from '../db/store-episode.ts'
import type { PassParts } from './pass-parts.ts'

/** Each costs up to three requests, and a list that was cut short must not cost thousands. */
export const mostConfirmedAtOnce = 20

export type Confirmed = {
  /** They are there, and stored as they are now. */
  read: string[]
  /** Their source says that it has no such episode. */
  gone: string[]
  /** Not asked about yet, or with no answer. */
  left: string[]
}

/** Reads episodes one by one, of which the list did not say enough, and stores those that are there. */
export async function confirmEpisodes(
  { podcastSlug, source, stop }: PassParts,
  from: SourceId,
  slugs: readonly string[],
  nowIso: string,
): Promise<Confirmed> {
  const read: string[] = []
  const gone: string[] = []
  const left = [...slugs]
  for (const slug of slugs.slice(0, mostConfirmedAtOnce)) {
    if (stop.aborted) break
    const answer = await source.readEpisode({ source: from, episodeId: episodeIdOf(podcastSlug, slug) })
    if (!answer.ok && !isAboutTheEpisode(answer.problem.code)) break
    left.shift()
    if (!answer.ok) continue
    if (answer.value.kind === 'gone') gone.push(slug)
    else {
      await storeEpisode(answer.value.episode, nowIso)
      read.push(slug)
    }
  }
  return { read, gone, left }
}

/** It is there, but cannot be had; any other problem is one of the way to it. */
function isAboutTheEpisode(code: ProblemCode): boolean {
  return code === 'unreadable' || code === 'too-large' || code === 'rejected' || code === 'refused'
}
