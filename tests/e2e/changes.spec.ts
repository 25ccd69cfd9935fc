import { expect, test } from './earmark.ts'

const slug = 'day-two-devops'

test('what the service changed of an episode is told by field, before and after', async ({
  start,
  standIn,
}) => {
  const { page, addPodcast, openEpisode } = await start()
  await addPodcast(slug)
  const episode = standIn.episode(slug, 0)
  await openEpisode(episode.title)
  await expect(page.getByText(/changed on/)).toHaveCount(0)

  const [first, ...others] = episode.chapters
  if (first === undefined) throw new Error('The first episode has chapters.')
  standIn.change(slug, episode.slug, {
    title: 'Another title',
    chapters: [{ ...first, title: 'Another beginning' }, ...others],
  })
  await page.getByRole('button', { name: /^sync/i }).first().click()

  await expect(page.getByRole('heading', { level: 1, name: 'Another title' })).toBeVisible()
  await page.getByText(/^Title and chapters changed on/).click()
  await expect(page.getByRole('deletion').filter({ hasText: episode.title })).toBeVisible()
  await expect(page.getByRole('insertion').filter({ hasText: 'Another title' })).toBeVisible()
  await expect(page.getByRole('deletion').filter({ hasText: first.title })).toBeVisible()
  await expect(page.getByRole('insertion').filter({ hasText: 'Another beginning' })).toBeVisible()
  await expect(page.getByRole('deletion')).toHaveCount(2)
})
