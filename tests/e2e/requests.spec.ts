import { expect, test } from './earmark.ts'

const slug = 'day-two-devops'

test('a transcript asked for offline arrives exactly once after a restart and coming online', async ({
  start,
  standIn,
}) => {
  const first = await start()
  await first.addPodcast(slug)
  const episode = standIn.episode(slug, 0)
  await first.openEpisode(episode.title)
  await standIn.stop()

  const ask = first.page.getByRole('button', { name: 'Request transcript' })
  await ask.click()
  await first.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Requests' }).click()
  await expect(first.page.getByText(/waiting/i).first()).toBeVisible()
  await first.quit()
  expect(standIn.transcriptionRequests).toHaveLength(0)

  const second = await start()
  await expect(second.page.getByText(/waiting/i).first()).toBeVisible()
  await standIn.restart()
  await expect.poll(() => standIn.transcriptionRequests.length, { timeout: 40_000 }).toBe(1)
  await expect(second.page.getByText(/accepted/i).first()).toBeVisible()
  await second.quit()

  const third = await start()
  await expect(third.page.getByText(/accepted/i).first()).toBeVisible()
  expect(standIn.transcriptionRequests).toHaveLength(1)
})
