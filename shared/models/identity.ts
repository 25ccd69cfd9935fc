import { z } from 'zod'

/**
 * A slug as it stands in Stenobird's addresses. Dots are allowed inside, but never alone, so that a
 * slug can be put into a path without leaving it.
 */
export const slugSchema = z
  .string()
  .min(1)
  .max(300)
  .regex(/^(?!\.+$)[\p{L}\p{N}][\p{L}\p{N}._~-]*$/u)

/** `{podcastSlug}/{episodeSlug}`: an episode's identity, never its title. */
export type EpisodeId = `${string}/${string}`

export const episodeIdSchema = z.custom<EpisodeId>(isEpisodeId, 'not an episode id')

/** Of very many rows those of one episode come one after the other, and its id is taken apart once. */
let lastRead: string | null = null

function isEpisodeId(value: unknown): boolean {
  if (typeof value !== 'string') return false
  if (value === lastRead) return true
  const parts = value.split('/')
  const isOne = parts.length === 2 && parts.every((part) => slugSchema.safeParse(part).success)
  if (isOne) lastRead = value
  return isOne
}

export function episodeIdOf(podcastSlug: string, episodeSlug: string): EpisodeId {
  return `${podcastSlug}/${episodeSlug}`
}

export function slugsOf(id: EpisodeId): { podcastSlug: string; episodeSlug: string } {
  const cut = id.indexOf('/')
  return { podcastSlug: id.slice(0, cut), episodeSlug: id.slice(cut + 1) }
}
