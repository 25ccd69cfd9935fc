import { createHash } from 'node:crypto'
import type { PulledPage, PullRequest } from '../../../shared/models/sync.ts'
import { type Result, success } from '../../../shared/result.ts'
import { quoted } from '../reading/warnings.ts'
import { type CursorAt, type KeptPage, type StoredAt, writeCursor, writeValidator } from './cursor.ts'
import { emptyPage } from './empty-page.ts'
import { bySlug, isTrusted, type ListPassUnderWay, type PassesUnderWay } from './passes-under-way.ts'
import { readEach } from './pull-pages.ts'
import { pageRoads, rereadEpisode } from './read-episode.ts'
import { podcastOfPage, podcastPageOf, requestPodcastPage, requestWholePodcastPage } from './read-podcast.ts'
import type { Service } from './service.ts'

/** Each costs a request of its own. */
const pageSize = 20

/**
 * The first page of a pass by A5 and, for each link in it, K2 or K1. While what was read of the pages is trusted, an unchanged
 * list is an unchanged podcast, and of a changed one only what is new is read.
 */
export async function pullFirstFromMarkdown(
  service: Service,
  passes: PassesUnderWay,
  { podcastSlug, validator }: PullRequest,
  stored: StoredAt<'markdown-list'> | null,
): Promise<Result<PulledPage>> {
  const trusting = stored !== null && isTrusted(stored.readAtMs, service.now())
  const answer = await requestPodcastPage(service, podcastSlug, trusting ? stored.list : null)
  if (!answer.ok) return answer
  const { freshForSeconds } = answer.value
  const unchanged = {
    ...emptyPage,
    path: 'markdown-list',
    unchanged: true,
    validator,
    freshForSeconds,
  } as const
  if (answer.value.kind === 'not-modified') return success(unchanged)
  const fingerprint = fingerprintOf(answer.value.text)
  // So it is told of a service that gives no validators.
  if (trusting && fingerprint === stored.fingerprint) return success(unchanged)

  const list = await podcastPageOf(service, podcastSlug, answer.value)
  if (!list.ok) return list
  const page = await readNext(service, passes, podcastSlug, 0, {
    known: bySlug(stored?.pages ?? []),
    trusting,
    readAtMs: trusting ? stored.readAtMs : service.now(),
    kept: [],
    isWhole: true,
    list: list.value,
    listValidator: answer.value.validator,
    fingerprint,
  })
  if (!page.ok) return page
  const nowhere = list.value.brokenLinks.map((title) => ({
    slug: null,
    reason: `The link of ${quoted(title)} leads nowhere.`,
  }))
  return success({
    ...page.value,
    podcast: podcastOfPage(podcastSlug, list.value),
    broken: [...nowhere, ...page.value.broken],
    freshForSeconds,
  })
}

/** A later page of such a pass. */
export async function pullNextFromMarkdown(
  service: Service,
  passes: PassesUnderWay,
  podcastSlug: string,
  place: CursorAt<'markdown-list'>,
): Promise<Result<PulledPage>> {
  const underWay = passes.lists.get(podcastSlug)
  const pass = underWay === undefined ? await resumed(service, podcastSlug) : success(underWay)
  if (!pass.ok) return pass
  const start = startOf(place, pass.value.list.episodeSlugs)
  return readNext(service, passes, podcastSlug, start, pass.value)
}

/** The pass as far as it can be known when the app was restarted in its middle. */
async function resumed(service: Service, podcastSlug: string): Promise<Result<ListPassUnderWay>> {
  const answer = await requestWholePodcastPage(service, podcastSlug)
  if (!answer.ok) return answer
  const list = await podcastPageOf(service, podcastSlug, answer.value)
  if (!list.ok) return list
  return success({
    known: new Map(),
    trusting: false,
    readAtMs: service.now(),
    kept: [],
    isWhole: false,
    list: list.value,
    listValidator: null,
    fingerprint: fingerprintOf(answer.value.text),
  })
}

async function readNext(
  service: Service,
  passes: PassesUnderWay,
  podcastSlug: string,
  start: number,
  pass: ListPassUnderWay,
): Promise<Result<PulledPage>> {
  const { episodeSlugs } = pass.list
  const { asked, held } = nextSlugs(pass, start)
  const read = await readEach(service, podcastSlug, asked, (slug) =>
    rereadEpisode(service, { podcastSlug, slug }, pageRoads, pass.known.get(slug) ?? null),
  )
  if (!read.ok) return read
  const { episodes, unchangedSlugs, broken } = read.value
  const end = start + asked.length + held.length
  const after = episodeSlugs[end - 1]
  const isLast = end >= episodeSlugs.length || after === undefined
  const soFar = {
    ...pass,
    kept: [...pass.kept, ...held, ...read.value.kept],
    isWhole: pass.isWhole && broken.length === 0,
  }
  if (isLast) passes.lists.delete(podcastSlug)
  else passes.lists.set(podcastSlug, soFar)
  return success({
    ...emptyPage,
    path: 'markdown-list',
    episodes,
    unchangedSlugs: [...held.map(({ slug }) => slug), ...unchangedSlugs],
    broken,
    nextCursor: isLast ? null : writeCursor({ path: 'markdown-list', after, offset: end }),
    validator: isLast ? writeValidator(validatorOf(soFar)) : null,
    expectedEpisodes: episodeSlugs.length,
  })
}

/** As many as one page asks for, and what stands between them and need not be asked for. */
function nextSlugs(pass: ListPassUnderWay, start: number): { asked: string[]; held: KeptPage[] } {
  const asked: string[] = []
  const held: KeptPage[] = []
  for (const slug of pass.list.episodeSlugs.slice(start)) {
    if (asked.length === pageSize) break
    const page = pass.trusting ? pass.known.get(slug) : undefined
    if (page === undefined) asked.push(slug)
    else held.push(page)
  }
  return { asked, held }
}

/** What failed this time is to be tried again next time, changed list or not. */
function validatorOf(pass: ListPassUnderWay): StoredAt<'markdown-list'> {
  const { isWhole, listValidator, fingerprint, readAtMs, kept } = pass
  return {
    path: 'markdown-list',
    list: isWhole ? listValidator : null,
    fingerprint: isWhole ? fingerprint : null,
    readAtMs,
    pages: kept,
  }
}

/** Behind the last episode that was read, also when others were added before it meanwhile. */
function startOf(place: CursorAt<'markdown-list'>, slugs: readonly string[]): number {
  const index = slugs.indexOf(place.after)
  return index === -1 ? Math.min(place.offset, slugs.length) : index + 1
}

function fingerprintOf(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
