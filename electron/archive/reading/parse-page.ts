import { isTooLong, type KeptChange, keptChangeSchema } from '../../../shared/kept/change.ts'
import { type Episode, episodeSchema } from '../../../shared/models/episode.ts'
import { episodeIdOf } from '../../../shared/models/identity.ts'
import { compareStamps } from '../../../shared/models/stamp.ts'
import { episodeRowsPath } from '../format/layout.ts'
import type { RowPage } from './row-pages.ts'

export type ParsedPage = {
  changes: KeptChange[]
  episodes: Episode[]
  /**
   * How many lines are none of these, are longer than the second home takes, or come from a clock that was so far ahead that no
   * change could ever be later.
   */
  unreadable: number
}

const latestStamp = '9999-01-01T00:00:00.000Z'

export function parsePage({ path, lines }: Pick<RowPage, 'path' | 'lines'>): ParsedPage {
  const page: ParsedPage = { changes: [], episodes: [], unreadable: 0 }
  for (const line of lines) {
    const value = parsedJson(line)
    if (path === episodeRowsPath) {
      const episode = episodeSchema.safeParse(value)
      if (episode.success && isItself(episode.data)) page.episodes.push(withWebAddresses(episode.data))
      else page.unreadable += 1
    } else {
      const change = keptChangeSchema.safeParse(value)
      if (change.success && fits(change.data, line) && compareStamps(change.data.updatedAt, latestStamp) < 0)
        page.changes.push(change.data)
      else page.unreadable += 1
    }
  }
  return page
}

/** JSON is written longer than it was read where a number was short (`1e20`), but never by as much as makes this too long. */
const surelyFitsBytes = 1024 * 1024

function fits(change: KeptChange, line: Buffer): boolean {
  return line.length < surelyFitsBytes || !isTooLong(JSON.stringify(change))
}

function isItself({ id, podcastSlug, slug }: Episode): boolean {
  return id === episodeIdOf(podcastSlug, slug)
}

/** From the service no others come. */
function withWebAddresses(episode: Episode): Episode {
  const { canonicalUrl, imageUrl } = episode
  return { ...episode, canonicalUrl: webAddress(canonicalUrl), imageUrl: webAddress(imageUrl) }
}

function webAddress(address: string | null): string | null {
  return address !== null && /^https?:\/\//i.test(address) ? address : null
}

function parsedJson(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'))
  } catch {
    return null
  }
}
