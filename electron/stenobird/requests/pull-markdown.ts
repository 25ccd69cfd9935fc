import { createHash } from 'node:crypto'
import type { PulledPage, PullRequest } from '../../../shared/models/sync.ts'
import { type Result, success } from '../../../shared/result.ts'
import type { PodcastPage } from '../page-reader/read-podcast-page.ts'
import { readValidator, type StoredValidator, writeCursor, writeValidator } from './cursor.ts'
import { emptyPage } from './pull-api.ts'
import { readEach } from './pull-pages.ts'
import { readEpisodePages } from './read-episode.ts'
import { podcastOfPage, podcastPageOf, requestPodcastPage } from './read-podcast.ts'
import type { Service } from './service.ts'

/** Each costs a request of its own. */
const pageSize = 20
/** An unchanged list does not say that its episodes are unchanged, so now and then they are read all the same. */
const trustedForMs = 24 * 3600 * 1000

export type ListPlace = { after: string; offset: number; validator: StoredValidator | null }

/** Keeps what was read of the newest lists, since a pass over a long one asks for it many times. */
export type ListMemory = Map<string, PodcastPage>
const listsKept = 4

/** One page by A5 and, for each link in it, K2 or K1. */
export async function pullFromMarkdown(
  service: Service,
  memory: ListMemory,
  request: PullRequest,
  place: ListPlace | null,
): Promise<Result<PulledPage>> {
  const { podcastSlug } = request
  const answer = await requestPodcastPage(service, podcastSlug)
  if (!answer.ok) return answer
  const fingerprint = createHash('sha256').update(answer.value.text).digest('base64')
  const now = service.now()
  const known = readValidator(request.validator)
  if (place === null && isUnchanged(known, fingerprint, now)) {
    return success({ ...emptyPage, unchanged: true, validator: request.validator, path: 'markdown-list' })
  }
  const list = remembered(memory, fingerprint) ?? podcastPageOf(service, podcastSlug, answer.value)
  if (!list.ok) return list
  remember(memory, fingerprint, list.value)

  const { episodeSlugs, brokenLinks } = list.value
  const start = place === null ? 0 : startOf(place, episodeSlugs)
  const slugs = episodeSlugs.slice(start, start + pageSize)
  const read = await readEach(service, podcastSlug, slugs, readEpisodePages)
  if (!read.ok) return read

  const before =
    place === null ? { path: 'markdown-list' as const, fingerprint, readAtMs: now } : place.validator
  // What failed this time is to be tried again next time, changed list or not.
  const validator = read.value.broken.length > 0 ? null : before
  const end = start + slugs.length
  const after = slugs.at(-1)
  const isLast = end >= episodeSlugs.length || after === undefined
  const nowhere = brokenLinks.map((title) => ({
    slug: null,
    reason: `The link of “${title}” leads nowhere.`,
  }))
  return success({
    ...emptyPage,
    path: 'markdown-list',
    podcast: place === null ? podcastOfPage(podcastSlug, list.value) : null,
    episodes: read.value.episodes,
    broken: place === null ? [...nowhere, ...read.value.broken] : read.value.broken,
    nextCursor: isLast ? null : writeCursor({ path: 'markdown-list', after, offset: end, validator }),
    validator: writeValidator(validator),
    expectedEpisodes: episodeSlugs.length,
  })
}

function isUnchanged(known: StoredValidator | null, fingerprint: string, now: number): boolean {
  return (
    known?.path === 'markdown-list' &&
    known.fingerprint === fingerprint &&
    now - known.readAtMs < trustedForMs
  )
}

/** Behind the last episode that was read, also when others were added before it meanwhile. */
function startOf(place: ListPlace, slugs: readonly string[]): number {
  const index = slugs.indexOf(place.after)
  return index === -1 ? Math.min(place.offset, slugs.length) : index + 1
}

function remembered(memory: ListMemory, fingerprint: string): Result<PodcastPage> | null {
  const list = memory.get(fingerprint)
  return list === undefined ? null : success(list)
}

function remember(memory: ListMemory, fingerprint: string, list: PodcastPage): void {
  memory.delete(fingerprint)
  memory.set(fingerprint, list)
  for (const oldest of memory.keys()) {
    if (memory.size <= listsKept) break
    memory.delete(oldest)
  }
}
