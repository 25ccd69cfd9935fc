import { type EpisodeId, slugsOf } from '../../shared/models/identity.ts'

/** Something of some episodes, by podcast and slug. What is said of a podcast is the same object for as long as it says the same. */
export type ByPodcast<Value> = ReadonlyMap<string, ReadonlyMap<string, Value>>

type Growing<Value> = {
  /** `undefined` takes it out. */
  set: (id: EpisodeId, value: Value | undefined) => void
  /** As it is now; another object only where something changed since it was last asked for. */
  taken: () => ByPodcast<Value>
}

export function growByPodcast<Value>(): Growing<Value> {
  let whole = new Map<string, Map<string, Value>>()
  const touched = new Set<string>()

  function set(id: EpisodeId, value: Value | undefined): void {
    const { podcastSlug, episodeSlug } = slugsOf(id)
    if (touched.size === 0) whole = new Map(whole)
    const its = touched.has(podcastSlug) ? whole.get(podcastSlug) : new Map(whole.get(podcastSlug))
    touched.add(podcastSlug)
    const now = its ?? new Map<string, Value>()
    if (value === undefined) now.delete(episodeSlug)
    else now.set(episodeSlug, value)
    whole.set(podcastSlug, now)
  }

  return {
    set,
    taken: () => {
      touched.clear()
      return whole
    },
  }
}
