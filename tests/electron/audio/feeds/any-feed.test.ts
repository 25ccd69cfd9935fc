import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FeedItem } from '../../../../electron/audio/feeds/feed-item.ts'
import { createFeedDecoder } from '../../../../electron/audio/feeds/feed-text.ts'
import { createMatching } from '../../../../electron/audio/feeds/match-items.ts'
import { createItemReader } from '../../../../electron/audio/feeds/read-items.ts'
import { comparableTitle } from '../../../../shared/text/comparable.ts'

type Written = { title: string; slug: string; day: number; seconds: number }

/** Letters of any kind and what XML and HTML mark up with; control characters have no place in XML. */
const title = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => text.replace(/[\p{C}\uFFFE\uFFFF]/gu, '').trim())
  .filter((text) => comparableTitle(text) !== null)
const episodes: fc.Arbitrary<Written[]> = fc.uniqueArray(
  fc.record({
    title,
    slug: fc.stringMatching(/^[a-z0-9]{1,12}$/),
    day: fc.integer({ min: 0, max: 5000 }),
    seconds: fc.integer({ min: 60, max: 9000 }),
  }),
  { minLength: 1, maxLength: 30, selector: ({ slug }) => slug },
)
const form = fc.constantFrom('rss', 'atom', 'rdf')
const encoding = fc.constantFrom('utf-8', 'utf-16le', 'utf-8-bom')
const cuts = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 20 })

const publishedAt = (day: number) => new Date(Date.UTC(2010, 0, 1 + day, 12)).toISOString()
const audioOf = (slug: string) => `https://cdn.example/${slug}.mp3`
const pageOf = (slug: string) => `https://show.example/${slug}`

function escaped(text: string, asCdata: boolean): string {
  if (asCdata && !text.includes(']]>'))
    return `<![CDATA[${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}]]>`
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function feedOf(written: readonly Written[], how: string, asCdata: boolean): string {
  const items = written.map(({ title: text, slug, day, seconds }) =>
    how === 'atom'
      ? `<entry><title>${escaped(text, asCdata)}</title><id>${slug}</id><link href="${pageOf(slug)}"/><link rel="enclosure" href="${audioOf(slug)}" type="audio/mpeg"/><published>${publishedAt(day)}</published></entry>`
      : `<item><title>${escaped(text, asCdata)}</title><link>${pageOf(slug)}</link><guid>${slug}</guid><enclosure url="${audioOf(slug)}" type="audio/mpeg"/><pubDate>${new Date(publishedAt(day)).toUTCString()}</pubDate><itunes:duration>${seconds}</itunes:duration></item>`,
  )
  if (how === 'atom') return `<feed xmlns="http://www.w3.org/2005/Atom">${items.join('')}</feed>`
  if (how === 'rdf')
    return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/>${items.join('')}</rdf:RDF>`
  return `<rss version="2.0"><channel>${items.join('')}</channel></rss>`
}

function bytesOf(text: string, encoded: string): Uint8Array {
  if (encoded === 'utf-16le') return Buffer.from(`\uFEFF${text}`, 'utf16le')
  return Buffer.from(encoded === 'utf-8-bom' ? `\uFEFF${text}` : text)
}

/** The items of a feed that arrives in pieces of these sizes, over and over. */
function itemsOf(bytes: Uint8Array, sizes: readonly number[]): FeedItem[] {
  const items: FeedItem[] = []
  const decoder = createFeedDecoder(null)
  const reader = createItemReader('https://feeds.example/f', (item) => items.push(item))
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1
    reader.write(decoder.decode(bytes.subarray(at, at + size)))
    at += size
  }
  reader.write(decoder.end())
  reader.end()
  return items
}

function matched(
  items: readonly FeedItem[],
  { title: text, day, seconds }: Written,
  canonicalUrl: string | null,
) {
  const matching = createMatching({
    title: text,
    canonicalUrl,
    publishedAt: publishedAt(day),
    durationSeconds: seconds,
  })
  for (const item of items) if (matching.take(item)) break
  return matching.outcome(true)
}

test('whatever the titles, the form, the encoding and the pieces it arrives in, each episode is found by its page', () => {
  fc.assert(
    fc.property(episodes, form, encoding, fc.boolean(), cuts, (written, how, encoded, asCdata, sizes) => {
      const items = itemsOf(bytesOf(feedOf(written, how, asCdata), encoded), sizes)
      expect(items).toHaveLength(written.length)
      for (const episode of written) {
        expect(matched(items, episode, pageOf(episode.slug))).toMatchObject({
          kind: 'matched',
          addresses: [audioOf(episode.slug)],
        })
      }
    }),
    { numRuns: 150 },
  )
})

test('without its page an episode is found by its title or not at all, and never another one', () => {
  fc.assert(
    fc.property(episodes, form, (written, how) => {
      const items = itemsOf(bytesOf(feedOf(written, how, false), 'utf-8'), [200])
      for (const episode of written) {
        const same = written.filter((each) => comparableTitle(each.title) === comparableTitle(episode.title))
        const outcome = matched(items, episode, null)
        if (same.length === 1) expect(outcome).toMatchObject({ kind: 'matched' })
        if (outcome.kind === 'matched') expect(outcome.addresses).toEqual([audioOf(episode.slug)])
      }
    }),
    { numRuns: 150 },
  )
})

test('a feed that is cut anywhere or has any bytes changed is read without throwing, and in bounded time', () => {
  const whole = bytesOf(feedOf([{ title: 'A & b', slug: 'a', day: 1, seconds: 100 }], 'rss', true), 'utf-8')
  const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(fc.nat(whole.length), changes, cuts, (length, changed, sizes) => {
      const bytes = Uint8Array.from(whole.subarray(0, length))
      for (const [at, value] of changed) if (at < length) bytes[at] = value
      expect(itemsOf(bytes, sizes).length).toBeLessThan(3)
    }),
    { numRuns: 1500 },
  )
})

test('any bytes at all are read without throwing', () => {
  const markup = fc.constantFrom(
    '<rss>',
    '<item>',
    '</item>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '&',
    '&#x0;',
    '<!DOCTYPE x [',
    '"',
    '=',
    '<a b=',
    '\0',
    '<?xml',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(markup, fc.string()), { maxLength: 60 }), cuts, (parts, sizes) => {
      itemsOf(Buffer.from(`<rss>${parts.join('')}`), sizes)
    }),
    { numRuns: 800 },
  )
})
