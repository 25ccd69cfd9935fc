import { describe, expect, it } from 'vitest'
import { markdownLayouts } from '../server/pages/episode-markdown.ts'
import { asking, dayTwo, episodesPath, risks } from './asking.ts'

const path = `/podcast/${dayTwo}/${risks}`

describe('an episode, as', () => {
  const standIn = asking()

  it('JSON, has what A4 is assumed to have', async () => {
    const answer = await standIn.ask(`${episodesPath}/${risks}`)
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(answer.json()).toMatchObject({
      slug: risks,
      podcast: { slug: dayTwo, title: 'Day Two DevOps' },
      published_at: '2026-03-04T09:00:00Z',
      duration_seconds: 2740,
      processing_state: 'processed',
      canonical_url: `${standIn.server.url}/publisher/${dayTwo}/${risks}`,
      actions: [
        { method: 'POST', url: `${standIn.server.url}${episodesPath}/${risks}/transcription-requests` },
        { method: 'GET', url: `${standIn.server.url}${path}.md` },
      ],
    })
    expect(answer.json()).not.toHaveProperty('audio_url')
  })

  it('JSON, is worded in three ways, one a podcast', async () => {
    const shapes = await Promise.all(
      standIn.server.podcasts.map(async ({ slug }) => {
        const episode = standIn.server.episode(slug, 0)
        const answer = await standIn.ask(`/v1/public/podcasts/${slug}/episodes/${episode.slug}`)
        const { highlights, chapters } = answer.json()
        if (!Array.isArray(highlights) || !Array.isArray(chapters)) throw new Error('no lists')
        return [typeof highlights[0], Object.keys(chapters[0])[0], 'audio_url' in answer.json()]
      }),
    )
    expect(shapes).toEqual([
      ['string', 'start_seconds', false],
      ['object', 'start', false],
      ['object', 'timestamp', true],
    ])
  })

  it('HTML, has the fields, actions and sections of the page that was seen', async () => {
    const { text, headers } = await standIn.ask(path)
    expect(headers.get('content-type')).toContain('text/html')
    const visible = text.replace(/<head>.*<\/head>/s, '').replace(/<[^>]+>/g, '')
    const order = ['D2DO295', 'Podcast', 'Mar 4, 2026', '2740', 'processed', 'Actions', 'Summary', 'Topics']
    const places = [...order, 'Highlights', 'Main idea:', 'Chapters', '1:00The Outage'].map((word) =>
      visible.indexOf(word),
    )
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(places[0]).toBeGreaterThan(-1)
  })

  it('HTML, shows a title of markup as text', async () => {
    const episode = standIn.server.episode(dayTwo, 15)
    expect(episode.title).toContain('<b>')
    expect((await standIn.ask(`/podcast/${dayTwo}/${episode.slug}`)).text).not.toContain('<b>')
  })

  it.each(markdownLayouts)('Markdown, says all of it with %s', async (layout) => {
    standIn.server.setMarkdownLayout(layout)
    const { text, headers } = await standIn.ask(`${path}.md`)
    expect(headers.get('content-type')).toContain('text/markdown')
    const episode = standIn.server.episode(dayTwo, 0)
    const said = ['Mar 4, 2026', '2740', 'processed', '/transcription-requests', episode.summary, '21:20']
    for (const words of [...said, ...episode.topics, ...episode.chapters.map(({ title }) => title)]) {
      expect(text).toContain(words)
    }
  })
})

describe('a podcast as Markdown', () => {
  const standIn = asking()

  it('links to all of its episodes', async () => {
    const { text } = await standIn.ask(`/podcast/${dayTwo}.md`)
    const links = [...text.matchAll(/\]\((\S+)\)/g)].map(([, address]) => address)
    expect(links).toHaveLength(25)
    expect(links[0]).toBe(`${standIn.server.url}/podcast/${dayTwo}/${risks}.md`)
  })
})
