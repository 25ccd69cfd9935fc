import { expect, test } from 'vitest'
import type { Outline } from '../../../shared/models/outline.ts'
import { type Arranged, arrangeService } from './stand-in-service.ts'

const unknown: Outline = { title: 'Nobody Knows This', feedUrl: 'https://nobody.example/feed', siteUrl: null }

/** As another app lists the stand-in’s podcasts; only some of them tell their feed. */
async function arranged(): Promise<Arranged & { outlines: Outline[] }> {
  const service = await arrangeService({ podcasts: 6, episodesPerPodcast: 2 })
  const outlines = service.server.podcasts.map(({ slug, title }) => ({
    ...{ title, siteUrl: null },
    feedUrl: `${service.server.url}/feeds/${slug}.xml`,
  }))
  return { ...service, outlines }
}

test('podcasts are found in the service’s list by their feed, or by their title where it tells none', async () => {
  const { server, stenobird, outlines } = await arranged()
  const found = await stenobird.findOutlines([...outlines, unknown])
  if (!found.ok) throw new Error(found.problem.message)
  expect(found.value.isWhole).toBe(true)
  expect(found.value.found.map(({ podcast }) => podcast.slug)).toEqual(
    server.podcasts.map(({ slug }) => slug),
  )
  for (const { podcast, by } of found.value.found)
    expect(by).toBe(podcast.feedUrl === null ? 'title' : 'feed')
})

test('where there is no such list, a podcast is looked for under the slug that its title makes', async () => {
  const { server, stenobird, outlines } = await arranged()
  server.only('A2')
  const found = await stenobird.findOutlines([...outlines, unknown])
  if (!found.ok) throw new Error(found.problem.message)
  expect(found.value.isWhole).toBe(false)
  expect(found.value.found.length).toBeGreaterThan(0)
  expect(found.value.found.map(({ index }) => index)).not.toContain(outlines.length)
})

test('a service that is away is told of, and not taken for one that knows nothing', async () => {
  const { server, stenobird, outlines } = await arranged()
  server.break('A1', { status: 503 })
  expect(await stenobird.findOutlines(outlines)).toMatchObject({
    ok: false,
    problem: { code: 'server-error' },
  })
})

test('an entry of the list that is no podcast costs nothing but itself', async () => {
  const { server, stenobird, outlines } = await arranged()
  server.break('A1', { answer: 'broken-entry' })
  expect(await stenobird.findOutlines(outlines)).toMatchObject({ ok: true })
})
