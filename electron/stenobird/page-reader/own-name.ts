import type { EpisodeAction } from '../../../shared/models/episode.ts'
import { slugSchema } from '../../../shared/models/identity.ts'
import { episodePathPatterns } from '../known.ts'
import type { Block } from './block.ts'
import { type Fields, fieldAddress, fieldText } from './fields.ts'

/** The slugs that a page gives itself, as far as it does. */
export type OwnName = { podcastSlug: string | null; slug: string | null }

type Named = { podcastSlug: string; slug: string }

/**
 * A page's slugs stand in its address. Where that is not at hand, they are told from the page: its actions first, then
 * fields that name them, then its links. Links count only when all of them lead to one episode, since a page may
 * recommend others.
 */
export function ownNameOf(page: {
  actions: readonly EpisodeAction[]
  fields: Fields
  blocks: readonly Block[]
  address: string
}): OwnName {
  const { actions, fields, blocks, address } = page
  const requests = actions.filter((action) => /\/transcription-requests\/?$/.test(action.url))
  const named =
    onlyName(
      requests.map(({ url }) => url),
      address,
    ) ??
    onlyName(
      actions.map(({ url }) => url),
      address,
    ) ??
    nameInPath(fieldAddress(fields, 'address'), address)
  if (named !== null) return named
  const [podcastOfId = '', slugOfId] = fieldText(fields, 'id').split('/')
  const fromId = slugOfId === undefined ? null : { podcastSlug: podcastOfId, slug: slugOfId }
  const podcastSlug = slugOrNull(fieldText(fields, 'podcastSlug')) ?? slugOrNull(fromId?.podcastSlug ?? '')
  const slug = slugOrNull(fieldText(fields, 'slug')) ?? slugOrNull(fromId?.slug ?? '')
  if (slug !== null) return { podcastSlug, slug }
  return onlyName(blocks.flatMap(linksOf), address) ?? { podcastSlug, slug: null }
}

/** The slugs of podcast and episode in an address of the service; `null` when it is none. */
export function nameInPath(href: string, base: string): Named | null {
  const path = URL.parse(href, base)?.pathname ?? ''
  for (const pattern of episodePathPatterns) {
    const [, podcast, episode] = pattern.exec(path) ?? []
    const podcastSlug = slugOrNull(decoded(podcast ?? ''))
    const slug = slugOrNull(decoded(episode ?? ''))
    if (podcastSlug !== null && slug !== null) return { podcastSlug, slug }
  }
  return null
}

function onlyName(addresses: readonly string[], base: string): Named | null {
  const names = addresses.flatMap((url) => nameInPath(url, base) ?? [])
  const [first] = names
  const alike = names.every((name) => name.podcastSlug === first?.podcastSlug && name.slug === first.slug)
  return first !== undefined && alike ? first : null
}

function linksOf(block: Block): string[] {
  const spans = block.kind === 'row' ? block.cells.flat() : block.spans
  return spans.flatMap((span) => span.href ?? [])
}

function slugOrNull(text: string): string | null {
  return slugSchema.safeParse(text).data ?? null
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
