import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildSegment, type DocumentText } from '../../../../renderer/search/engine/build-segment.ts'
import { fields } from '../../../../renderer/search/engine/fields.ts'
import { findDocuments, type Layer } from '../../../../renderer/search/engine/find-documents.ts'
import { mergeSegments } from '../../../../renderer/search/engine/merge-segments.ts'
import { openPositions, openSegment } from '../../../../renderer/search/engine/segment.ts'
import { wantedTerm } from '../../../../renderer/search/engine/words-wanted.ts'
import { parseQuery } from '../../../../shared/search/parse-query.ts'

const text = fc
  .array(fc.constantFrom('tea', 'teapot', 'coffee', '東京', 'naïve', 'x', 'y', 'z'), { maxLength: 30 })
  .map((words) => words.join(' '))
const documents = fc
  .tuple(text, fc.array(text, { maxLength: 3 }))
  .map(([title, chapters]): DocumentText[] => [
    { kind: 'episode', texts: [{ field: fields.episodeTitle, text: title }] },
    ...chapters.map(
      (chapter): DocumentText => ({
        kind: 'chapter',
        texts: [{ field: fields.chapterTitle, text: chapter }],
      }),
    ),
  ])
const entry = fc.record({ owner: fc.constantFrom('night', 'day'), documents, lives: fc.boolean() })
const parts = fc.array(fc.array(entry, { maxLength: 5 }), { minLength: 1, maxLength: 5 })
const queries = ['tea', '"tea tea"', 'te', '東京', '"x y"', 'naive -coffee', '"coffee 東京"']

test('segments put together find what lives of them, and are stored and opened as they are', () => {
  fc.assert(
    fc.property(parts, (given) => {
      let rank = 0
      const layers = given.map((entries): Layer => {
        const builder = buildSegment()
        const ranks = entries.map(({ lives }) => (lives ? rank++ : -1))
        for (const [place, { owner, documents: its }] of entries.entries())
          builder.add({ owner, place, revision: 1 }, its)
        return { ...builder.finish(), ranks: Int32Array.from(ranks) }
      })
      const merged = mergeSegments(
        layers.map((layer) => ({ ...layer, lives: (at) => (layer.ranks[at] ?? -1) >= 0 })),
      )
      const opened = openSegment(merged.segment.bytes.slice(), merged.segment.owners)
      if (opened === null) throw new Error('It does not open.')
      const together: Layer = {
        segment: opened,
        positions: openPositions(merged.positions.bytes.slice(), opened.termCount),
        ranks: Int32Array.from({ length: rank }, (_, at) => at),
      }
      expect(opened.entryCount).toBe(rank)
      for (const query of queries)
        expect([query, foundIn([together], query)]).toEqual([query, foundIn(layers, query)])
    }),
    { numRuns: 200 },
  )
})

function foundIn(layers: readonly Layer[], query: string): string[] {
  const terms = parseQuery(query, 0).query.terms.map(wantedTerm)
  const found = findDocuments(layers, {
    ...{ terms, groups: ['episodes', 'chapters'], most: 1000 },
    passes: () => true,
  })
  return [...found]
    .flatMap(([group, best]) => best.sorted().map(({ owner, nth }) => `${group} ${owner} ${nth}`))
    .sort()
}
