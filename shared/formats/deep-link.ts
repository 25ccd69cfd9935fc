import { type EpisodeId, episodeIdSchema, slugsOf } from '../models/identity.ts'

/** `earmark://episode/{podcast}/{episode}?t=75`: keyed on ids, never on titles. */
export function episodeLink(id: EpisodeId, startSeconds?: number): string {
  const { podcastSlug, episodeSlug } = slugsOf(id)
  const address = `earmark://episode/${encodeURIComponent(podcastSlug)}/${encodeURIComponent(episodeSlug)}`
  // Whole seconds, rounded down: better a word too early than one too late.
  return startSeconds === undefined ? address : `${address}?t=${Math.max(0, Math.floor(startSeconds))}`
}

export function noteLink(id: string): string {
  return `earmark://note/${encodeURIComponent(id)}`
}

/** The episode of such a link; `null` for any other. */
export function episodeOfLink(address: string): EpisodeId | null {
  const [, podcast = '', episode = ''] = /^earmark:\/\/episode\/([^/?#]+)\/([^/?#]+)/.exec(address) ?? []
  try {
    const id = episodeIdSchema.safeParse(`${decodeURIComponent(podcast)}/${decodeURIComponent(episode)}`)
    return id.success ? id.data : null
  } catch {
    return null
  }
}
