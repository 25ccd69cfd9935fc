import { v5 as uuidV5 } from 'uuid'
import { comparableTitle } from '../text/comparable.ts'
import { type EpisodeId, episodeIdOf } from './identity.ts'

/**
 * What the ids of episodes begin with that only imported notes know of: no service gave them. Two computers that import the same
 * notes make the same ids.
 */
export const elsewherePrefix = 'elsewhere~'

const namespace = '6f7d3c1e-0a44-5b3e-9a51-3f0f7d0c9b1a'
const longestWords = 60

export function elsewhereId({ title, podcastTitle }: { title: string; podcastTitle: string }): EpisodeId {
  const podcast = `${elsewherePrefix}${slugOf(podcastTitle)}`
  return episodeIdOf(podcast, slugOf(`${title}`, podcastTitle))
}

export function isElsewhere(id: EpisodeId): boolean {
  return id.startsWith(elsewherePrefix)
}

/** Words for whoever reads it, and what tells it from all others. */
function slugOf(...titles: [string, ...string[]]): string {
  const comparable = titles.map((title) => comparableTitle(title) ?? title.toWellFormed().trim())
  const [first = ''] = comparable
  const words = [...first.replace(/[^\p{L}\p{N}]+/gu, '-')].slice(0, longestWords).join('')
  const told = words.replace(/^-+|-+$/g, '') || 'untitled'
  return `${told}~${uuidV5(JSON.stringify(comparable), namespace).slice(0, 8)}`
}
