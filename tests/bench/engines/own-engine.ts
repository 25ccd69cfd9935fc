import { buildSegment } from '../../../renderer/search/engine/build-segment.ts'
import { fields } from '../../../renderer/search/engine/fields.ts'
import { findDocuments, type Layer } from '../../../renderer/search/engine/find-documents.ts'
import { mergeSegments } from '../../../renderer/search/engine/merge-segments.ts'
import { openPositions, openSegment } from '../../../renderer/search/engine/segment.ts'
import { wantedTerm } from '../../../renderer/search/engine/words-wanted.ts'
import { parseQuery } from '../../../shared/search/parse-query.ts'
import type { MadeDocuments } from './made-documents.ts'
import type { Engine } from './measured-engine.ts'

const mostShown = 100
/** As the worker reads them. */
const documentsAtOnce = 4096

/** Earmark's own, built in parts that are put together, as the worker does. */
export function ownEngine({ documents }: MadeDocuments): Engine {
  const layers: Layer[] = []
  for (let at = 0; at < documents.length; at += documentsAtOnce) {
    const builder = buildSegment()
    for (const [index, { title, text }] of documents.slice(at, at + documentsAtOnce).entries()) {
      const texts = [
        { field: fields.episodeTitle, text: title },
        { field: fields.summary, text },
      ]
      builder.add({ owner: 'made', place: at + index, revision: 0 }, [{ kind: 'episode', texts }])
    }
    const built = builder.finish()
    layers.push({
      ...built,
      ranks: Int32Array.from({ length: built.segment.entryCount }, (_, entry) => at + entry),
    })
  }
  const merged = mergeSegments(layers.map((layer) => ({ ...layer, lives: () => true })))
  const whole: Layer = { ...merged, ranks: Int32Array.from(documents.keys()) }

  function find(text: string, most: number) {
    const terms = parseQuery(text, 0).query.terms.map(wantedTerm)
    return findDocuments([whole], { terms, groups: ['episodes'], most, passes: () => true }).get('episodes')
  }

  return {
    search: (text) => {
      const best = find(text, mostShown)
      return { total: best?.total() ?? 0, best: best?.sorted().map(({ owner }) => owner) ?? [] }
    },
    findAll: (text) =>
      new Set(
        find(text, documents.length)
          ?.sorted()
          .map(({ owner }) => owner),
      ),
    store: () => {
      const [bytes, positions] = [merged.segment.bytes.slice(), merged.positions.bytes.slice()]
      return {
        bytes: bytes.byteLength + positions.byteLength,
        load: () => {
          const opened = openSegment(bytes.slice(), merged.segment.owners)
          openPositions(positions.slice(), opened?.termCount ?? 0)
        },
      }
    },
  }
}
