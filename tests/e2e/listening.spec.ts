import { expect, test } from './earmark.ts'

const slug = 'day-two-devops'

test('each chapter jumps there, by the audio’s own clock', async ({ start, standIn }) => {
  const { page, player, audioClock, addPodcast, openEpisode } = await start()
  await addPodcast(slug)
  const episode = standIn.episode(slug, 0)
  await openEpisode(episode.title)
  const chapters = page.getByRole('list', { name: 'Chapters' }).getByRole('button')

  const third = episode.chapters[2]
  const fourth = episode.chapters[3]
  if (third === undefined || fourth === undefined)
    throw new Error('The stand-in’s episode has four chapters.')
  await chapters.nth(2).click()
  await expect.poll(audioClock).toBeGreaterThanOrEqual(third.startSeconds)
  expect(await audioClock()).toBeLessThan(third.startSeconds + 10)
  await expect(chapters.nth(2)).toHaveAttribute('aria-current', 'true')

  await player.getByRole('button', { name: 'Next chapter' }).click()
  await expect.poll(audioClock).toBeGreaterThanOrEqual(fourth.startSeconds)
  await expect(chapters.nth(3)).toHaveAttribute('aria-current', 'true')
  await expect(player.getByRole('slider', { name: 'Seek' })).toHaveAttribute(
    'aria-valuetext',
    new RegExp(fourth.title.slice(0, 20).replaceAll(/[.*+?^${}()|[\]\\]/g, '.')),
  )

  await player.getByRole('button', { name: 'Previous chapter' }).click()
  await expect(chapters.nth(2)).toHaveAttribute('aria-current', 'true')
  await player.getByRole('button', { name: 'Forward 30 seconds' }).click()
  await expect.poll(audioClock).toBeGreaterThanOrEqual(third.startSeconds + 30)
  await player.getByRole('button', { name: 'Back 15 seconds' }).click()
  await expect.poll(audioClock).toBeLessThan(third.startSeconds + 30)
})

test('the position survives kill -9 to within five seconds', async ({ start, standIn }) => {
  const first = await start()
  await first.addPodcast(slug)
  const episode = standIn.episode(slug, 0)
  await first.openEpisode(episode.title)
  await first.page.getByRole('list', { name: 'Chapters' }).getByRole('button').nth(1).click()
  const from = episode.chapters[1]?.startSeconds ?? 0
  await expect.poll(first.audioClock).toBeGreaterThan(from + 6)
  const heard = (await first.audioClock()) ?? 0
  await first.kill()

  const second = await start()
  await expect(second.player.getByRole('button', { name: 'Play', exact: true })).toBeEnabled()
  await second.player.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(second.audioClock).toBeGreaterThan(from)
  expect(await second.audioClock()).toBeGreaterThan(heard - 5)
  expect(await second.audioClock()).toBeLessThan(heard + 8)
})

test('an episode without audio says so, and plays from an address that the person gives', async ({
  start,
  standIn,
}) => {
  standIn.break('publisher', { status: 404 })
  const { page, audioClock, addPodcast, openEpisode } = await start()
  await addPodcast(slug)
  const episode = standIn.episode(slug, 0)
  await openEpisode(episode.title)
  await page.getByRole('button', { name: 'Play episode' }).click()
  const address = page.getByRole('textbox', { name: 'Audio address' })
  await expect(address).toBeVisible()

  await address.fill(`${standIn.url}/podcast/${slug}/${episode.slug}`)
  await page.getByRole('button', { name: 'Use address' }).click()
  await expect(page.getByText(/not audio/i).first()).toBeVisible()

  await page.getByRole('textbox', { name: 'Audio address' }).fill(standIn.audioUrl(slug, episode.slug))
  await page.getByRole('button', { name: 'Use address' }).click()
  await expect.poll(audioClock).toBeGreaterThan(0.5)
})
