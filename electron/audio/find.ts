import type { AudioLocation, FoundAudio } from '../../shared/models/audio.ts'
import { failure, type Problem, type Result, success } from '../../shared/result.ts'
import type { Fetcher } from '../net/fetcher.ts'
import { audioInPage } from './page-audio.ts'
import type { ProbeAudio } from './probe.ts'

const whatToDo = 'Give an address of the audio, or choose a file.'
/** Of the addresses that a page names; pages with lists of episodes name hundreds. */
const mostProbed = 4

export type FindAudio = (input: {
  audio: AudioLocation | null
  canonicalUrl: string | null
}) => Promise<Result<FoundAudio>>

/** Finds an episode's audio: its resource, else its publisher's page (STENOBIRD.md, "Finding the audio", 1 and 3). */
export function createFindAudio(parts: { fetcher: Pick<Fetcher, 'request'>; probe: ProbeAudio }): FindAudio {
  return async ({ audio, canonicalUrl }) => {
    if (audio !== null)
      return success({ location: audio, origin: audio.kind === 'bundled' ? 'guide' : 'resource' })
    if (canonicalUrl === null) {
      return failure(
        'no-audio',
        `Stenobird names neither the audio of this episode nor its publisher's page. ${whatToDo}`,
      )
    }
    const host = URL.parse(canonicalUrl)?.host ?? canonicalUrl
    const page = await parts.fetcher.request({ url: canonicalUrl, accept: 'text/html,application/xhtml+xml' })
    if (!page.ok) return saysNoAudio(page.problem) ? noPage(host, page.problem) : page
    if (page.value.kind !== 'document') return failure('unreadable', `${host} sent no page.`)

    const candidates = audioInPage(page.value.text, page.value.url)
    const url = await firstAudio(candidates, parts.probe)
    if (!url.ok) return url
    if (url.value !== null) return success({ location: { kind: 'remote', url: url.value }, origin: 'page' })
    return failure(
      'no-audio',
      `The page of this episode at ${host} names no audio that can be played. ${whatToDo}`,
    )
  }
}

/** The first that answers with audio. A lone one is taken as it is, since it is probed before it is played. */
async function firstAudio(candidates: readonly string[], probe: ProbeAudio): Promise<Result<string | null>> {
  const [first, second] = candidates
  if (first === undefined || second === undefined) return success(first ?? null)
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

function noPage(host: string, problem: Problem): Result<never> {
  return failure(
    'no-audio',
    `The publisher's page at ${host} could not be read: ${problem.message} ${whatToDo}`,
  )
}
