import { parseOpml } from 'feedsmith'
import { expect, test } from 'vitest'
import { opml } from '../../../shared/formats/opml.ts'
import { hostileTexts } from './hostile-text.ts'

function written(podcasts: { title: string; siteUrl: string | null }[]): string {
  const { begin, addPodcast, end } = opml({ createdAt: '2026-11-30T08:00:00.000Z' })
  const lines = podcasts.map((podcast, index) =>
    addPodcast?.({
      ...podcast,
      slug: `podcast-${index}`,
      feedUrl: `https://feeds.example/${index}?a=1&b="2"`,
    }),
  )
  return [begin(), ...lines, end()].join('')
}

test('is read by a feed library, with every podcast in its place', () => {
  const read = parseOpml(written([{ title: 'Tea & “Talk”', siteUrl: 'https://tea.example/?a=1&b=2' }]))
  expect(read).toMatchObject({
    head: { title: 'Podcasts in Earmark' },
    body: {
      outlines: [
        {
          type: 'rss',
          text: 'Tea & “Talk”',
          title: 'Tea & “Talk”',
          xmlUrl: 'https://feeds.example/0?a=1&b="2"',
          htmlUrl: 'https://tea.example/?a=1&b=2',
        },
      ],
    },
  })
  expect(new Date(read.head?.dateCreated ?? '').toISOString()).toBe('2026-11-30T08:00:00.000Z')
})

test.each(hostileTexts.map((title) => [title]))('a podcast called %j breaks nothing', (title) => {
  const read = parseOpml(
    written([
      { title, siteUrl: null },
      { title: 'The next one', siteUrl: null },
    ]),
  )
  expect(read.body?.outlines?.map((outline) => outline.xmlUrl)).toEqual([
    'https://feeds.example/0?a=1&b="2"',
    'https://feeds.example/1?a=1&b="2"',
  ])
  expect(read.body?.outlines?.[1]?.text).toBe('The next one')
})
