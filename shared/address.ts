import { slugSchema } from './models/identity.ts'
import { failure, type Result, success } from './result.ts'

export type GivenAddress =
  | { kind: 'podcast'; podcastSlug: string }
  | { kind: 'episode'; podcastSlug: string; episodeSlug: string }

const example =
  'Paste an address such as https://stenobird.com/podcast/day-two-devops, or just day-two-devops.'

/**
 * Reads what a person pastes to name a podcast or an episode: an address of the service (page, `.md`, or API),
 * the same without its scheme, `podcast/episode`, or a bare slug.
 */
export function readAddress(text: string, apiBaseUrl: string): Result<GivenAddress> {
  const given = text
    .trim()
    // As addresses stand in mails and sentences.
    .replace(/^[<"'“”‘’«»]+/u, '')
    .replace(/(?<=[\p{L}\p{N}/>])\.$/u, '')
    .replace(/[>"'“”‘’«»,;]+$/u, '')
    .trim()
  if (given === '') return failure('bad-address', `There is nothing to look up yet. ${example}`)

  const path = pathOf(given, apiBaseUrl)
  if (!path.ok) return path
  const parts = path.value
    .split('/')
    .filter((part) => part !== '')
    .map(decoded)
  const named = slugsIn(parts)
  if (named === null) {
    return failure('bad-address', `“${shortened(given)}” does not name a podcast or an episode. ${example}`)
  }
  return success(named)
}

function pathOf(given: string, apiBaseUrl: string): Result<string> {
  const base = new URL(apiBaseUrl)
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(given) && !given.startsWith(`${base.host}/`)
  const startsWithHost = given.startsWith(`${base.host}/`) || given.startsWith('www.')
  if (!hasScheme && !startsWithHost) return success(given.replace(/[?#].*$/, ''))

  const address = URL.parse(hasScheme ? given : `${base.protocol}//${given}`)
  if (address === null || !/^https?:$/.test(address.protocol)) {
    return failure('bad-address', `“${shortened(given)}” is not a web address. ${example}`)
  }
  if (address.hostname.replace(/^www\./, '') !== base.hostname.replace(/^www\./, '')) {
    return failure(
      'bad-address',
      `That address belongs to ${address.hostname}, and Earmark reads podcasts from ${base.hostname}. ${example}`,
    )
  }
  return success(address.pathname)
}

/** The ways in which the service's own addresses name things, and the bare forms a person types. */
function slugsIn(parts: readonly string[]): GivenAddress | null {
  const [first, second, third] = parts
  const rest =
    first === 'podcast'
      ? parts.slice(1)
      : first === 'v1' && second === 'public' && third === 'podcasts'
        ? withoutApiWords(parts.slice(3))
        : parts
  const [podcast, episode, ...more] = rest
  if (podcast === undefined || more.length > 0) return null
  if (episode === undefined) {
    const podcastSlug = slugFrom(podcast)
    return podcastSlug === null ? null : { kind: 'podcast', podcastSlug }
  }
  const podcastSlug = slugFrom(podcast)
  const episodeSlug = slugFrom(episode)
  if (podcastSlug === null || episodeSlug === null) return null
  return { kind: 'episode', podcastSlug, episodeSlug }
}

function withoutApiWords(parts: readonly string[]): readonly string[] {
  return parts.filter(
    (part, index) => !(index === 1 && part === 'episodes') && part !== 'transcription-requests',
  )
}

function slugFrom(part: string): string | null {
  const slug = slugSchema.safeParse(part.replace(/\.(md|html)$/, ''))
  return slug.success ? slug.data : null
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
