import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createCatalogue } from '../../../server/catalogue/catalogue.ts'
import { episodeHtml } from '../../../server/pages/episode-html.ts'
import { episodeMarkdown, markdownLayouts } from '../../../server/pages/episode-markdown.ts'
import { emptyFolder, runCheck, runThroughScript, savedFile } from './run-check.ts'

const fixture = join(import.meta.dirname, '../../../fixtures/episode-page.txt')
const warningsSchema = z.object({ warnings: z.array(z.object({ where: z.string(), reason: z.string() })) })

const keys = [
  'id',
  'podcastSlug',
  'slug',
  'title',
  'podcastTitle',
  'publishedAt',
  'durationSeconds',
  'processingState',
  'canonicalUrl',
  'summary',
  'topics',
  'highlights',
  'chapters',
  'actions',
  'warnings',
]

describe('a saved page', () => {
  test('comes out as JSON with the names of the models, and nothing else on standard output', async () => {
    const { code, output, errors } = await runCheck(['--file', fixture])
    expect(code).toBe(0)
    const episode = z.record(z.string(), z.unknown()).parse(JSON.parse(output))
    expect(Object.keys(episode)).toEqual(keys)
    expect(episode).toMatchObject({
      id: 'night-shift/ns041-why-queues-never-drain',
      podcastSlug: 'night-shift',
      slug: 'ns041-why-queues-never-drain',
      publishedAt: '2026-02-09T00:00:00.000Z',
      durationSeconds: 2485,
      warnings: [],
    })
    expect(episode.chapters).toHaveLength(6)
    expect(errors).toContain('chapters (6)')
  })

  const catalogue = createCatalogue({ seed: 3, podcasts: 1, episodesPerPodcast: 1 })
  const [podcast] = catalogue.podcasts
  const slug = 'd2do295-risks-and-benefits'
  const written = catalogue.episode(podcast?.slug ?? '', slug)
  const layouts = {
    ...Object.fromEntries(
      markdownLayouts.map((layout) => [
        `Markdown (${layout})`,
        () =>
          podcast === undefined || written === null
            ? ''
            : episodeMarkdown(written, podcast, 'https://stenobird.com', layout),
      ]),
    ),
    HTML: () =>
      podcast === undefined || written === null ? '' : episodeHtml(written, podcast, 'https://stenobird.com'),
  }
  test.each(Object.entries(layouts))('is read whole from %s', async (_layout, write) => {
    const { code, output } = await runCheck(['--file', '-'], write())
    expect(code).toBe(0)
    expect(JSON.parse(output)).toMatchObject({
      id: `${podcast?.slug}/${slug}`,
      title: written?.title,
      topics: written?.topics,
      highlights: written?.highlights.map(({ text }) => ({ text })),
      chapters: written?.chapters.map(({ startSeconds, title, description }) => ({
        startSeconds,
        title,
        description,
      })),
      warnings: [],
    })
  })

  test('is found from where the person stands, through the script for a bare clone', async () => {
    const { code, output } = await runThroughScript(['--file', basename(fixture)], dirname(fixture))
    expect(code).toBe(0)
    expect(JSON.parse(output)).toMatchObject({ podcastSlug: 'night-shift' })
  })

  test('is read in the encoding it was saved in', async () => {
    const page = '# Café\n\n- Podcast: Nachtgespräch\n- Duration: 90\n'
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(page, 'utf16le')])
    for (const bytes of [Buffer.from(page, 'latin1'), utf16, Buffer.from(`\uFEFF${page}`)]) {
      const { output } = await runCheck(['--file', '-'], bytes)
      expect(JSON.parse(output)).toMatchObject({ title: 'Café', podcastTitle: 'Nachtgespräch' })
    }
  })
})

describe('the slugs of a page', () => {
  const page = '# T\n\n- Podcast: P\n- Duration: 90\n'

  test('that it does not tell are null, with a warning', async () => {
    const { code, output } = await runCheck(['--file', '-'], page)
    expect(code).toBe(0)
    expect(JSON.parse(output)).toMatchObject({ id: null, podcastSlug: null, slug: null })
    expect(warningsSchema.parse(JSON.parse(output)).warnings.map(({ where }) => where)).toEqual([
      'podcast slug',
      'episode slug',
    ])
  })

  test('can be given, and what is given counts', async () => {
    const { output } = await runCheck(
      ['--file', '-', '--podcast', 'show', '--episode', 'one'],
      `${page}\n## Actions\n\n- GET https://stenobird.com/podcast/show/two.md Read it.\n`,
    )
    const { id, warnings } = z.object({ id: z.string(), ...warningsSchema.shape }).parse(JSON.parse(output))
    expect(id).toBe('show/one')
    expect(warnings).toEqual([{ where: 'episode slug', reason: expect.stringContaining('two') }])
  })

  test('are told from its fields and from links that all agree', async () => {
    for (const more of [
      '- Podcast slug: show\n- Slug: one\n',
      '- ID: show/one\n',
      '- URL: https://stenobird.com/podcast/show/one\n',
      '\n[This page](/podcast/show/one) [as Markdown](https://stenobird.com/podcast/show/one.md)\n',
    ]) {
      const { output } = await runCheck(['--file', '-'], page + more)
      expect(JSON.parse(output), more).toMatchObject({ id: 'show/one' })
    }
  })
})

describe('what is no page', () => {
  test.each([
    ['an empty file', ''],
    ['white space', ' \n\n\t'],
    ['a web page about nothing', '<!doctype html><title>Oops</title><h1>Oops</h1>'],
    ['binary junk', Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 256)],
  ])('is not understood, and says so: %s', async (_what, content) => {
    const { code, output, errors } = await runCheck(['--file', await savedFile(content)])
    expect(code).toBe(1)
    expect(Object.keys(z.record(z.string(), z.unknown()).parse(JSON.parse(output)))).toEqual(keys)
    expect(errors).toContain('does not look like the page of an episode')
  })

  test('is told in a sentence when it cannot be opened', async () => {
    const folder = await emptyFolder()
    const missing = await runCheck(['--file', join(folder, 'none.md')])
    expect(missing).toMatchObject({ code: 1, output: '' })
    expect(missing.errors).toMatch(/^There is no file .*none\.md\.\n$/)
    const directory = await runCheck(['--file', folder])
    expect(directory).toMatchObject({ code: 1, output: '' })
    expect(directory.errors).toMatch(/is a folder/)
  })

  test('but a page with 50 MB after it is read from its beginning, at once', async () => {
    const bytes = Buffer.alloc(50_000_000, 'more words and more of them ')
    bytes.write('# T\n\n- Podcast: P\n- Duration: 90\n\n## Topics\n\n- A\n\n## Other\n\n')
    const { code, output } = await runCheck(['--file', await savedFile(bytes)])
    expect(code).toBe(0)
    expect(JSON.parse(output)).toMatchObject({ title: 'T', topics: ['A'] })
    expect(warningsSchema.parse(JSON.parse(output)).warnings[0]?.reason).toMatch(/the rest was not read/)
  })
})
