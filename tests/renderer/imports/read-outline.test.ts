import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readOutline } from '../../../renderer/imports/reading/read-outline.ts'
import { opml } from '../../../shared/formats/opml.ts'
import { comparableLink } from '../../../shared/text/comparable.ts'
import { hostileText } from '../../shared/formats/hostile-text.ts'

test('podcasts are found however deep they lie, each once, and what is no podcast is passed over', () => {
  const text = readFileSync(new URL('../../fixtures/imports/podcasts.opml', import.meta.url), 'utf8')
  expect(readOutline(text)).toEqual({
    kind: 'outlines',
    outlines: [
      { title: 'Tea & Talk', feedUrl: 'https://tea.example/feed.xml', siteUrl: 'https://tea.example/' },
      { title: 'The Cartographers', feedUrl: 'https://maps.example/feed.xml', siteUrl: null },
    ],
  })
})

const bomb = `<!DOCTYPE opml [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><opml><body><outline text="&b;" xmlUrl="https://a.example/f"/></body></opml>`

test.each([
  ['entities of its own', bomb, /entities of its own/],
  ['a feed', '<rss><channel><title>T</title></channel></rss>', /not a list of podcasts/],
  ['no XML at all', 'Tea and Talk', /not a list of podcasts/],
  ['folders in folders', `<opml><body>${'<outline text="a">'.repeat(5000)}`, /too deep/],
  ['a list without feeds', '<opml><body><outline text="a"/></body></opml>', /names no podcast/],
  [
    'an address that is none',
    '<opml><body><outline text="a" xmlUrl="javascript:alert(1)"/></body></opml>',
    /names no podcast/,
  ],
  [
    'attributes without end',
    `<opml><body><outline ${Array.from({ length: 5000 }, (_, at) => `a${at}="1"`).join(' ')}/></body></opml>`,
    /not a list/,
  ],
  [
    'more than anybody follows',
    `<opml><body>${Array.from({ length: 5001 }, (_, at) => `<outline xmlUrl="https://a.example/${at}"/>`).join('')}</body></opml>`,
    /more than 5,000/,
  ],
] as const)('is refused with a sentence: %s', (_name, text, reason) => {
  expect(readOutline(text)).toMatchObject({ kind: 'refused', reason: expect.stringMatching(reason) })
})

test('what Earmark writes is read back, whatever a podcast is called', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(hostileText, fc.webPath()), { minLength: 1, maxLength: 5 }), (given) => {
      const { begin, addPodcast, end } = opml({ createdAt: '2026-11-30T08:00:00.000Z' })
      const podcasts = given.map(([title, path], index) => ({
        ...{ slug: `p${index}`, title, siteUrl: null },
        feedUrl: `https://feeds.example/p${index}${path}`,
      }))
      const text = begin() + podcasts.map((podcast) => addPodcast?.(podcast) ?? '').join('') + end()
      const read = readOutline(text)
      expect(
        read.kind === 'outlines' ? read.outlines.map(({ feedUrl }) => comparableLink(feedUrl)) : read,
      ).toEqual(podcasts.map(({ feedUrl }) => comparableLink(feedUrl)))
    }),
  )
})
