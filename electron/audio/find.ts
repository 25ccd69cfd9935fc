import type { FoundAudio, WantedAudio } from '../../shared/models/audio.ts'
import { failure, type Problem, type Result, success } from '../../shared/result.ts'
import type { Fetcher } from '../net/fetcher.ts'
import type { SearchFeed } from './feeds/search-feed.ts'
import { audioInPage } from './page-audio.ts'
import { feedsInPage } from './page-feeds.ts'
import type { ProbeAudio } from './probe.ts'
import { type ReadPage, readPage } from './read-page.ts'

const whatToDo = 'Give an address of the audio, or choose a file.'
/** Of the addresses that a page names; pages with lists of episodes name hundreds. */
const mostProbed = 4
/** Of the feeds that a page names. */
const mostFeeds = 3

export type FindAudio = (wanted: WantedAudio) => Promise<Result<FoundAudio>>

type Parts = { fetcher: Pick<Fetcher, 'request'>; searchFeed: SearchFeed; probe: ProbeAudio }

/** What one place of those that are looked in has. */
type Look =
  | { kind: 'found'; audio: FoundAudio }
  /** It is settled that there is none; `reason` is a sentence. */
  | { kind: 'none'; reason: string }
  /** It could not be asked, and may have some. */
  | { kind: 'unknown'; problem: Problem }

/** Finds an episode's audio: its resource, its podcast's feed, its publisher's page, a feed which that names (STENOBIRD.md, "Finding the audio"). */
export function createFindAudio(parts: Parts): FindAudio {
  return async (wanted) => {
    const { audio, canonicalUrl, feedUrl } = wanted
    if (audio !== null)
      return success({ location: audio, origin: audio.kind === 'bundled' ? 'guide' : 'resource' })
    const inFeed = feedUrl === null ? null : await lookInFeed(feedUrl, wanted, parts)
    if (inFeed?.kind === 'found') return success(inFeed.audio)
    const onPage = canonicalUrl === null ? null : await lookOnPage(canonicalUrl, wanted, parts)
    if (onPage?.kind === 'found') return success(onPage.audio)

    const looks = [onPage, inFeed].filter((look) => look !== null)
    for (const look of looks) if (look.kind === 'unknown') return { ok: false, problem: look.problem }
    const reasons = looks.flatMap((look) => (look.kind === 'none' ? [look.reason] : []))
    if (reasons.length === 0) {
      reasons.push(
        'Stenobird names neither the audio of this episode nor its publisher’s page or the podcast’s feed.',
      )
    }
    return failure('no-audio', [...reasons.toReversed(), whatToDo].join(' '))
  }
}

async function lookInFeed(feedUrl: string, wanted: WantedAudio, { searchFeed, probe }: Parts): Promise<Look> {
  const host = hostOf(feedUrl)
  const searched = await searchFeed(feedUrl, wanted)
  if (!searched.ok) return notRead(`The podcast’s feed at ${host} could not be read:`, searched.problem)
  const match = searched.value
  switch (match.kind) {
    case 'none':
      return { kind: 'none', reason: `The podcast’s feed at ${host} has no audio for this episode.` }
    case 'ambiguous':
      return {
        kind: 'none',
        reason: `The podcast’s feed at ${host} has episodes that could be this one, and which of them is not sure.`,
      }
    case 'matched': {
      const url = await firstAudio(match.addresses, probe)
      if (!url.ok) return { kind: 'unknown', problem: url.problem }
      if (url.value === null) {
        return {
          kind: 'none',
          reason: `What the podcast’s feed at ${host} names for this episode is no audio.`,
        }
      }
      const location = { kind: 'remote', url: url.value } as const
      return { kind: 'found', audio: { location, origin: 'feed', matchedBy: match.rule } }
    }
  }
}

async function lookOnPage(canonicalUrl: string, wanted: WantedAudio, parts: Parts): Promise<Look> {
  const host = hostOf(canonicalUrl)
  const answer = await parts.fetcher.request({ url: canonicalUrl, accept: 'text/html,application/xhtml+xml' })
  if (!answer.ok) return notRead(`The publisher’s page at ${host} could not be read:`, answer.problem)
  if (answer.value.kind !== 'document') return { kind: 'none', reason: `${host} sent no page.` }

  const page = readPage(answer.value.text, answer.value.url)
  const candidates = audioInPage(page)
  // A lone one is taken as it is, since it is probed before it is played.
  const url =
    candidates.length === 1 ? success(candidates[0] ?? null) : await firstAudio(candidates, parts.probe)
  if (!url.ok) return { kind: 'unknown', problem: url.problem }
  if (url.value !== null)
    return { kind: 'found', audio: { location: { kind: 'remote', url: url.value }, origin: 'page' } }
  return lookInNamedFeeds(page, host, wanted, parts)
}

async function lookInNamedFeeds(
  page: ReadPage,
  host: string,
  wanted: WantedAudio,
  parts: Parts,
): Promise<Look> {
  const feeds = feedsInPage(page).filter((url) => url !== wanted.feedUrl)
  let last: Look = {
    kind: 'none',
    reason: `The page of this episode at ${host} names no audio that can be played.`,
  }
  for (const url of feeds.slice(0, mostFeeds)) {
    const look = await lookInFeed(url, wanted, parts)
    if (look.kind === 'found') return look
    if (last.kind === 'none') last = look
  }
  return last
}

/** The first that answers with audio. */
async function firstAudio(candidates: readonly string[], probe: ProbeAudio): Promise<Result<string | null>> {
  let problem: Problem | null = null
  for (const url of candidates.slice(0, mostProbed)) {
    const probed = await probe(url)
    if (probed.ok) return success(url)
    if (!saysNoAudio(probed.problem)) problem ??= probed.problem
  }
  return problem === null ? success(null) : { ok: false, problem }
}

/** Whether it is settled that there is no audio, rather than that it could not be asked. */
function saysNoAudio(problem: Problem): boolean {
  switch (problem.code) {
    case 'not-found':
    case 'refused':
    case 'rejected':
    case 'not-audio':
    case 'unreadable':
    case 'bad-address':
    case 'blocked-address':
    case 'too-large':
      return true
    default:
      return false
  }
}

function notRead(what: string, problem: Problem): Look {
  return saysNoAudio(problem)
    ? { kind: 'none', reason: `${what} ${problem.message}` }
    : { kind: 'unknown', problem }
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url
}
