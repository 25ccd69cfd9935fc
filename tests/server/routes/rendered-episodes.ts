import type { Catalogue } from '../catalogue/catalogue.ts'
import type { StandInPodcast } from '../catalogue/model.ts'
import { episodeJson } from '../pages/json-representation.ts'

type Rendered = { edit: unknown; bytes: Buffer }

/**
 * The JSON of episodes, rendered once each and again only after it was changed: a measurement of the app is not to be one of
 * the stand-in. About 2.6 KB an episode stay in memory.
 */
export function createRenderedEpisodes(catalogue: Catalogue) {
  const byOrigin = new Map<string, Map<string, Map<number, Rendered>>>()

  function of(podcast: StandInPodcast, origin: string): (number: number) => Uint8Array {
    const kept = within(within(byOrigin, origin), podcast.slug)
    return (number) => {
      const edit = catalogue.editOf(podcast, number)
      const before = kept.get(number)
      if (before !== undefined && before.edit === edit) return before.bytes
      const bytes = Buffer.from(JSON.stringify(episodeJson(read(podcast, number), podcast, origin)))
      kept.set(number, { edit, bytes })
      return bytes
    }
  }

  function read(podcast: StandInPodcast, number: number) {
    const episode = catalogue.numbered(podcast, number)
    if (episode === null) throw new RangeError(`There is no episode ${number} of ${podcast.slug}.`)
    return episode
  }

  return { of }
}

function within<Key, Value>(outer: Map<string, Map<Key, Value>>, key: string): Map<Key, Value> {
  const known = outer.get(key)
  if (known !== undefined) return known
  const fresh = new Map<Key, Value>()
  outer.set(key, fresh)
  return fresh
}
