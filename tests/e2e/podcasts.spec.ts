import { expect, test } from './earmark.ts'

const slug = 'day-two-devops'

test('a podcast added by its address is there whole, and browsable with the service gone', async ({
  start,
  standIn,
}) => {
  const first = await start()
  await first.addPodcast(`${standIn.url}/podcast/${slug}`)
  const episode = standIn.episode(slug, 0)
  await first.openEpisode(episode.title)
  await expect(first.page.getByRole('list', { name: 'Chapters' }).getByRole('button')).toHaveCount(
    episode.chapters.length,
  )
  await first.quit()
  await standIn.stop()

  const second = await start()
  await expect(second.page.getByRole('heading', { level: 1, name: episode.title })).toBeVisible()
  await second.openEpisode(standIn.episode(slug, 1).title)
  await expect(second.page.getByText(standIn.episode(slug, 1).summary.slice(0, 60))).toBeVisible()
  await expect(second.page.getByRole('status').filter({ hasText: /offline/i })).toBeVisible()
})

test('a single episode can be added with only K2 answering', async ({ start, standIn }) => {
  standIn.only('K2')
  const { page, addPodcast, episodes } = await start()
  const episode = standIn.episode(slug, 0)
  await addPodcast(standIn.episodeUrl(slug, episode.slug))
  await expect(page.getByRole('heading', { level: 1, name: episode.title })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Chapters' }).getByRole('button')).toHaveCount(
    episode.chapters.length,
  )
  await expect(episodes.filter({ hasText: episode.title })).toHaveCount(1)
})

test('what the service publishes later arrives with the next sync', async ({ start, standIn }) => {
  const { page, addPodcast, openEpisode, episodes } = await start()
  await addPodcast(slug)
  await openEpisode(standIn.episode(slug, 0).title)
  standIn.publish(slug, { slug: 'brand-new', title: 'A brand new episode' })
  await page.getByRole('button', { name: /^sync/i }).first().click()
  await expect(episodes.filter({ hasText: 'A brand new episode' })).toHaveCount(1)
})
