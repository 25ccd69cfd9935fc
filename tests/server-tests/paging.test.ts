import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createCatalogue } from '../server/catalogue/catalogue.ts'
import { asking, dayTwo, episodesPath } from './asking.ts'

const entry = z.object({ slug: z.string() })
const pageSchema = z.object({
  episodes: z.array(entry).optional(),
  podcasts: z.array(entry).optional(),
  next_cursor: z.string().nullable(),
})

async function slugsOfPages(
  url: string,
  path: string,
  betweenPages: () => void = () => {},
): Promise<string[]> {
  const slugs: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const separator = path.includes('?') ? '&' : '?'
    const response = await fetch(`${url}${path}${cursor === '' ? '' : `${separator}cursor=${cursor}`}`)
    const page: z.infer<typeof pageSchema> = pageSchema.parse(await response.json())
    slugs.push(...(page.episodes ?? page.podcasts ?? []).map(({ slug }) => slug))
    cursor = page.next_cursor
    betweenPages()
  }
  return slugs
}

describe('pages of a list', () => {
  const standIn = asking({ podcasts: 7 })

  it('give every podcast once', async () => {
    const slugs = await slugsOfPages(standIn.server.url, '/v1/public/podcasts?limit=3')
    expect(slugs).toEqual(standIn.server.podcasts.map(({ slug }) => slug))
  })

  it.each([1, 7, 25, 200])('give every episode once, %i at a time', async (limit) => {
    const slugs = await slugsOfPages(standIn.server.url, `${episodesPath}?limit=${limit}`)
    expect(slugs).toEqual(
      Array.from({ length: 25 }, (_, index) => standIn.server.episode(dayTwo, index).slug),
    )
  })

  it('neither repeat nor lose an episode when others are published meanwhile', async () => {
    const publish = () => void standIn.server.publish(dayTwo)
    const slugs = await slugsOfPages(standIn.server.url, `${episodesPath}?limit=10`, publish)
    expect(slugs).toHaveLength(25)
    expect(new Set(slugs).size).toBe(25)
  })

  it('keep to updated_since when only the cursor is followed', async () => {
    const since = standIn.server.episode(dayTwo, 9).updatedAt
    const all = await slugsOfPages(standIn.server.url, `${episodesPath}?limit=200&updated_since=${since}`)
    const first = pageSchema.parse(
      (await standIn.ask(`${episodesPath}?limit=4&updated_since=${since}`)).json(),
    )
    const rest = await standIn.ask(`${episodesPath}?limit=200&cursor=${first.next_cursor}`)
    expect([...(first.episodes ?? []), ...(pageSchema.parse(rest.json()).episodes ?? [])]).toMatchObject(
      all.map((slug) => ({ slug })),
    )
    expect(all.length).toBeGreaterThanOrEqual(9)
    expect(all.length).toBeLessThan(25)
  })

  it.each(['cursor=made-up', 'limit=0', 'limit=many', 'updated_since=yesterday'])(
    'refuse %s',
    async (query) => {
      expect((await standIn.ask(`${episodesPath}?${query}`)).status).toBe(400)
    },
  )
})

describe('a catalogue of 50,000 episodes', () => {
  const standIn = asking({ podcasts: 1, episodesPerPodcast: 50_000 })

  it('has each of them once', () => {
    const { podcasts, page } = createCatalogue({ seed: 1, podcasts: 1, episodesPerPodcast: 50_000 })
    const slugs = new Set<string>()
    let before: number | null = null
    for (const podcast of podcasts) {
      do {
        const { episodes, nextBefore }: ReturnType<typeof page> = page(podcast, {
          before,
          limit: 200,
          updatedSinceMs: null,
        })
        for (const { slug } of episodes) slugs.add(slug)
        before = nextBefore
      } while (before !== null)
    }
    expect(slugs.size).toBe(50_000)
  })

  it('finds an episode from its depth, and what is new in it', async () => {
    const oldest = standIn.server.episode(dayTwo, 49_999)
    expect((await standIn.ask(`${episodesPath}/${oldest.slug}`)).json()).toMatchObject({ slug: oldest.slug })
    const changed = standIn.server.change(dayTwo, oldest.slug, { title: 'Reworded' })
    const since = await standIn.ask(`${episodesPath}?updated_since=${changed.updatedAt}`)
    expect(since.json()).toMatchObject({
      episodes: [{ slug: oldest.slug, title: 'Reworded' }],
      next_cursor: null,
    })
  })
})
