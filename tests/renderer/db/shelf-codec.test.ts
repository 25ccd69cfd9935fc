import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decodeShelf,
  encodeShelf,
  placesPerShelf,
  type ShelvedEpisode,
  shelvedAt,
} from '../../../renderer/db/shelf-codec.ts'
import { episodeIdOf } from '../../../shared/models/identity.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'DevOps', 'constructor', '__proto__'),
)
const slug = fc.string({ minLength: 1 })

const shelved = (podcastSlug: string): fc.Arbitrary<ShelvedEpisode> =>
  fc
    .record({
      slug,
      revision: fc.maxSafeNat(),
      laneCounts: fc.array(fc.record({ word: text, count: fc.integer({ min: 1, max: 500 }) })),
      row: fc.record({
        podcastSlug: fc.constant(podcastSlug),
        title: text,
        podcastTitle: text,
        publishedAtMs: fc.integer({ min: -8.64e15, max: 8.64e15 }),
        durationSeconds: fc.option(fc.double({ min: 0, noNaN: true })),
        processingState: text,
        topics: fc.array(text),
        withdrawnAt: fc.option(fc.date({ noInvalidDate: true }).map((date) => date.toISOString())),
      }),
    })
    .map(({ row, ...place }) => ({ ...place, row: { ...row, id: episodeIdOf(podcastSlug, place.slug) } }))

test('what is put on a shelf is taken from it unchanged, each in its place, also through a structured clone', () => {
  const places = fc.array(fc.option(shelved('night'), { freq: 4 }), { maxLength: 40 })
  fc.assert(
    fc.property(places, (given) => {
      const row = structuredClone(encodeShelf('night', 3, given))
      expect(row).toMatchObject({ podcastSlug: 'night', shelf: 3 })
      expect(decodeShelf(row)).toEqual(given)
    }),
  )
})

test('a place that is empty, or beyond the last, holds nothing', () => {
  const row = encodeShelf('night', 0, [null])
  expect(shelvedAt(row, 0)).toBeNull()
  expect(shelvedAt(row, 1)).toBeNull()
})

test('a full shelf in which every episode has topics and a podcast title of its own comes back', () => {
  const given = Array.from({ length: placesPerShelf }, (_, index): ShelvedEpisode => {
    const own = String(index)
    return {
      slug: own,
      revision: index,
      laneCounts: [{ word: `other/${own}`, count: 500 }],
      row: {
        id: episodeIdOf('night', own),
        podcastSlug: 'night',
        title: own,
        podcastTitle: own,
        publishedAtMs: index,
        durationSeconds: index,
        processingState: own,
        topics: Array.from({ length: 130 }, (_, at) => `${own} ${at}`),
        withdrawnAt: null,
      },
    }
  })
  expect(decodeShelf(encodeShelf('night', 0, given))).toEqual(given)
})
