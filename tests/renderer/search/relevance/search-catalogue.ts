import { buildSegment } from '../../../../renderer/search/engine/build-segment.ts'
import { findDocuments, type Layer } from '../../../../renderer/search/engine/find-documents.ts'
import { type WantedTerm, wantedTerm } from '../../../../renderer/search/engine/words-wanted.ts'
import { corrected } from '../../../../renderer/search/worker/corrected.ts'
import { documentsOfEpisode } from '../../../../renderer/search/worker/documents.ts'
import { parseQuery } from '../../../../shared/search/parse-query.ts'
import { groupsOf, type SearchQuery } from '../../../../shared/search/query.ts'
import type { ScannedEpisode, ScannedHit } from '../scan.ts'
import type { Ranked } from './measure.ts'

export type CatalogueIndex = {
  /** As it is typed, errors forgiven. */
  search: (text: string, most: number) => Ranked
  /** Everything that has the words themselves. */
  findAll: (query: SearchQuery) => ScannedHit[]
}

/** Searches a catalogue as the worker does, with the index in memory and in so many layers. */
export function indexOf(catalogue: readonly ScannedEpisode[], layerCount: number): CatalogueIndex {
  const newestFirst = [...catalogue.keys()].sort((one, other) => publishedAt(other) - publishedAt(one))
  const rankOf = new Map(newestFirst.map((place, rank) => [place, rank]))
  const layers = Array.from({ length: layerCount }, (_, number): Layer => {
    const builder = buildSegment()
    const ranks: number[] = []
    for (const [place, episode] of catalogue.entries()) {
      if (place % layerCount !== number) continue
      builder.add({ owner: 'catalogue', place, revision: 0 }, documentsOfEpisode(episode))
      ranks.push(rankOf.get(place) ?? -1)
    }
    return { ...builder.finish(), ranks: Int32Array.from(ranks) }
  })

  function publishedAt(place: number): number {
    return catalogue[place]?.publishedAtMs ?? 0
  }

  function hitOf(rank: number, nth: number): ScannedHit[] {
    const episode = catalogue[newestFirst[rank] ?? -1]
    if (episode === undefined) return []
    const { id: episodeId, chapters } = episode
    if (nth === 0) return [{ group: 'episodes', episodeId, item: null }]
    if (nth <= chapters.length) return [{ group: 'chapters', episodeId, item: nth - 1 }]
    return [{ group: 'highlights', episodeId, item: nth - 1 - chapters.length }]
  }

  function find(query: SearchQuery, terms: readonly WantedTerm[], most: number): Ranked {
    const found = findDocuments(layers, { terms, groups: groupsOf(query), most, passes: () => true })
    return Array.from(found, ([group, best]) => ({
      group,
      hits: best.sorted().flatMap(({ owner, nth }) => hitOf(owner, nth)),
    }))
  }

  return {
    search: (text, most) => {
      const { query } = parseQuery(text, 0)
      return find(query, corrected(layers, query.terms.map(wantedTerm)).terms, most)
    },
    findAll: (query) =>
      find(query, query.terms.map(wantedTerm), Number.POSITIVE_INFINITY).flatMap(({ hits }) => hits),
  }
}
