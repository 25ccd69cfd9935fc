import { isTooLong, type KeptChange, keptChangeSchema } from '../../../shared/kept/change.ts'
import { type Episode, episodeSchema } from '../../../shared/models/episode.ts'
import { episodeIdOf } from '../../../shared/models/identity.ts'
import { compareStamps } from '../../../shared/models/stamp.ts'
import { passedOn } from '../../../shared/packed.ts'
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
  const texts: string[] = []
  for (const line of lines) {
    const text = line.toString('utf8')
    const value = parsedJson(text)
    if (path === episodeRowsPath) {
      const episode = episodeSchema.safeParse(value)
      if (episode.success && isItself(episode.data)) page.episodes.push(withWebAddresses(episode.data))
      else page.unreadable += 1
    } else {
      const change = keptChangeSchema.safeParse(value)
      if (
        change.success &&
        fits(change.data, line) &&
        compareStamps(change.data.updatedAt, latestStamp) < 0
      ) {
        page.changes.push(change.data)
        texts.push(isNoMoreThan(change.data, value) ? text : JSON.stringify(change.data))
      } else page.unreadable += 1
    }
  }
  // Writing every row anew was a third of what reading an archive takes.
  passedOn(page.changes, `[${texts.join(',')}]`)
  return page
}

/** Whether a line says nothing beside the change that was read from it, so that its text is the text of that. */
function isNoMoreThan(change: KeptChange, value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && Object.keys(value).length === Object.keys(change).length
  )
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

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
