import { describe, expect, it } from 'vitest'
import { asking, dayTwo, episodesPath, risks } from './asking.ts'

describe('what changes while the stand-in runs', () => {
  const standIn = asking()

  it('shows a published episode first, and counts it', async () => {
    const published = standIn.server.publish(dayTwo, { title: 'Fresh from the Desk' })
    expect(published).toMatchObject({ slug: 'd2do296-fresh-from-the-desk', number: 296 })
    const page = await standIn.ask(`${episodesPath}?limit=1`)
    expect(page.json().episodes).toMatchObject([{ slug: published.slug, title: 'Fresh from the Desk' }])
    expect((await standIn.ask(`/v1/public/podcasts/${dayTwo}`)).json().episode_count).toBe(26)
    expect((await standIn.ask(`/podcast/${dayTwo}/${published.slug}.md`)).status).toBe(200)
  })

  it('dates two changes in a row apart by a second at least', () => {
    const first = standIn.server.change(dayTwo, risks, { title: 'Once' })
    const second = standIn.server.change(dayTwo, risks, { summary: 'Twice' })
    expect(Date.parse(second.updatedAt) - Date.parse(first.updatedAt)).toBeGreaterThanOrEqual(1000)
    expect(second.title).toBe('Once')
  })

  it('brings the parts of an episode once it is processed', async () => {
    const queued = standIn.server.episode(dayTwo, 3)
    const before = (await standIn.ask(`${episodesPath}/${queued.slug}`)).json()
    expect(before).toMatchObject({ processing_state: 'queued', chapters: [], highlights: [], topics: [] })
    expect(before).not.toHaveProperty('summary')
    standIn.server.change(dayTwo, queued.slug, { processingState: 'processed' })
    const after = (await standIn.ask(`${episodesPath}/${queued.slug}`)).json()
    expect(after.chapters).toHaveLength(queued.chapters.length)
    expect(after.summary).toBe(queued.summary)
  })

  it('lists with updated_since what was published or changed, and nothing else', async () => {
    const since = new Date().toISOString()
    const old = standIn.server.episode(dayTwo, 20)
    standIn.server.change(dayTwo, old.slug, { title: 'Reworded' })
    const published = standIn.server.publish(dayTwo)
    const page = (await standIn.ask(`${episodesPath}?updated_since=${since}`)).json()
    expect(page).toMatchObject({
      episodes: [{ slug: published.slug }, { slug: old.slug }],
      next_cursor: null,
    })
  })

  it('forgets what is withdrawn', async () => {
    standIn.server.withdraw(dayTwo, risks)
    expect((await standIn.ask(`${episodesPath}/${risks}`)).status).toBe(404)
    const page = await standIn.ask(`${episodesPath}?limit=200`)
    expect(page.json().episodes).toHaveLength(24)
    expect(page.text).not.toContain(risks)
  })
})
