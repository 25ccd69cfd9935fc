import type { Page } from '@playwright/test'
import type { Earmark } from './app.ts'
import { expect, test } from './earmark.ts'

const podcast = 'day-two-devops'

const goToDownloads = (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Downloads' }).click()

const actions =
  ({ page }: Earmark) =>
  (name: string) =>
    page.getByRole('button', { name, exact: true })

test('an episode is downloaded, paused, gone on with after a restart, and plays without a network', async ({
  start,
  standIn,
}) => {
  const first = await start()
  await first.addPodcast(podcast)
  const { title, slug } = standIn.episode(podcast, 0)
  standIn.change(podcast, slug, { durationSeconds: 200 })
  await first.openEpisode(title)
  standIn.break('audio', { answer: 'slow', bytesPerSecond: 100_000 })
  const button = actions(first)
  await button('Download').click()
  const progress = first.page.getByRole('progressbar', { name: `Download of ${title}` })
  await expect(progress).toHaveAttribute('aria-valuenow', /^[1-9]/)
  await expect(first.page.getByText(/% of 1\.6 MB · .*\/s · .* left/)).toBeVisible()
  await button('Pause download').click()
  await expect(first.page.getByText(/^Paused · \d+ % of 1\.6 MB$/)).toBeVisible()
  const received = Number(await progress.getAttribute('aria-valuenow'))
  await first.quit()

  standIn.mend('audio')
  const second = await start()
  const { page } = second
  await goToDownloads(page)
  await expect(page.getByRole('list', { name: 'Downloaded episodes' })).toContainText('Paused · ')
  const asked = standIn.requests.length
  await page.getByRole('button', { name: `Resume download: ${title}` }).click()
  await expect(page.getByText('On this computer · 1.6 MB').first()).toBeVisible()
  const range = standIn.requests.slice(asked).find(({ part }) => part === 'audio')?.headers.range ?? ''
  expect(Number(/\d+/.exec(range)?.[0])).toBeGreaterThan(received * 15_000)

  await standIn.stop()
  await page.getByRole('button', { name: `Play ${title}` }).click()
  await expect.poll(second.audioClock).toBeGreaterThan(0.5)
})

test('by keys alone: a download is begun, cancelled, taken back, removed, and gone once its notice is', async ({
  start,
  standIn,
}) => {
  const app = await start()
  const { page } = app
  await app.addPodcast(podcast)
  const { title, slug } = standIn.episode(podcast, 0)
  standIn.change(podcast, slug, { durationSeconds: 200 })
  await app.openEpisode(title)
  const button = actions(app)
  standIn.break('audio', { answer: 'slow', bytesPerSecond: 60_000 })
  await button('Download').focus()
  await page.keyboard.press('Enter')
  await expect(button('Pause download')).toBeFocused()
  await button('Cancel download').focus()
  await page.keyboard.press('Enter')
  await expect(button('Download')).toBeVisible()
  await expect(page.getByText(`The download of “${title}” was cancelled.`)).toBeVisible()

  await page.keyboard.press('u')
  await expect(button('Undo')).toBeFocused()
  standIn.mend('audio')
  await page.keyboard.press('Enter')
  await expect(button('Remove download')).toBeVisible()

  await page.keyboard.press('g')
  await page.keyboard.press('d')
  await page.getByRole('button', { name: `Remove download: ${title}` }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nothing downloaded yet')).toBeVisible()
  await expect(page.getByText(`The download of “${title}” was deleted from this computer.`)).toBeVisible()
  await page.keyboard.press('u')
  await expect(button('Undo')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(button('Dismiss')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`The download of “${title}” was deleted from this computer.`)).toBeHidden()
})

test('new episodes of a podcast come by themselves once that is switched on, and not what was removed', async ({
  start,
  standIn,
}) => {
  const first = await start()
  const { page } = first
  await first.addPodcast(podcast)
  await expect(first.episodes.first()).toBeVisible()
  const podcastTitle = standIn.podcasts.find(({ slug }) => slug === podcast)?.title ?? ''
  await page
    .getByRole('button', { name: `More about ${podcastTitle}` })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Details' }).click()
  const choice = page.getByRole('switch', { name: 'Download new episodes automatically' })
  await choice.click()
  await expect(choice).toBeChecked()

  standIn.publish(podcast, { slug: 'fresh', title: 'Fresh from the press', durationSeconds: 60 })
  await page.getByRole('button', { name: 'Sync now' }).last().click()
  await page.keyboard.press('Escape')
  await goToDownloads(page)
  const list = page.getByRole('list', { name: 'Downloaded episodes' })
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await expect(list).toContainText(/Fresh from the press.*On this computer/s)
  await page.getByRole('button', { name: 'Remove download: Fresh from the press' }).click()
  await first.quit()

  const second = await start()
  standIn.publish(podcast, { slug: 'fresher', title: 'Still fresher', durationSeconds: 60 })
  await second.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click()
  await second.page.getByRole('button', { name: 'Sync all podcasts' }).click()
  await goToDownloads(second.page)
  await expect(second.page.getByRole('list', { name: 'Downloaded episodes' })).toContainText('Still fresher')
  await expect(second.page.getByRole('list', { name: 'Downloaded episodes' })).not.toContainText('press')
})
