import type { Page } from '@playwright/test'
import { expect, test } from './earmark.ts'

const slug = 'day-two-devops'

test('a podcast’s own speed holds for its episodes, nothing else, and over a restart', async ({
  start,
  standIn,
}) => {
  const other = standIn.podcasts.find((podcast) => podcast.slug !== slug)
  if (other === undefined) throw new Error('There are four.')
  const first = await start()
  const { page, player } = first
  async function open(title: string): Promise<void> {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click()
    await page.getByRole('searchbox', { name: 'Search' }).fill(title)
    await first.openEpisode(title)
  }
  await first.addPodcast(slug)
  await first.addPodcast(other.slug)
  await open(standIn.episode(slug, 0).title)
  await page.getByRole('button', { name: 'Play episode' }).click()
  await expect.poll(() => rateOf(page)).toBe(1)

  await player.getByRole('button', { name: 'Playback speed' }).click()
  const panel = page.getByRole('dialog', { name: 'Playback speed' })
  await panel.getByRole('button', { name: '1.8×' }).click()
  await panel.getByRole('switch', { name: 'Always 1.8× for Day Two DevOps' }).check()
  await expect(panel.getByText('Everything else plays at 1×.')).toBeVisible()
  await expect.poll(() => rateOf(page)).toBe(1.8)
  await page.keyboard.press('Escape')

  await open(standIn.episode(other.slug, 0).title)
  await page.getByRole('button', { name: 'Play episode' }).click()
  await expect.poll(() => rateOf(page)).toBe(1)
  await open(standIn.episode(slug, 1).title)
  await page.getByRole('button', { name: 'Play episode' }).click()
  await expect.poll(() => rateOf(page)).toBe(1.8)
  await first.quit()

  const second = await start()
  await second.player.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(() => rateOf(second.page)).toBe(1.8)
  await second.player.getByRole('button', { name: 'Playback speed' }).click()
  await second.page.getByRole('switch', { name: 'Always 1.8× for Day Two DevOps' }).uncheck()
  await expect.poll(() => rateOf(second.page)).toBe(1)
})

test('after a long pause it goes on a little earlier, also after a restart, and not where the person went', async ({
  start,
  standIn,
}) => {
  const first = await start()
  await first.addPodcast(slug)
  await first.openEpisode(standIn.episode(slug, 0).title)
  const chapters = first.page.getByRole('list', { name: 'Chapters' }).getByRole('button')
  const chapterStart = standIn.episode(slug, 0).chapters[1]?.startSeconds ?? 0
  await chapters.nth(1).click()
  await first.player.getByRole('button', { name: 'Forward 30 seconds' }).click()
  await expect.poll(first.audioClock).toBeGreaterThan(chapterStart + 31)
  await first.player.getByRole('button', { name: 'Pause' }).click()
  const left = (await first.audioClock()) ?? 0

  await first.page.evaluate(passHours, 2)
  await first.player.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(first.audioClock).toBeLessThan(left - 5)
  expect(await first.audioClock()).toBeGreaterThan(left - 10.5)
  await first.player.getByRole('button', { name: 'Pause' }).click()
  await first.quit()

  const second = await start()
  await second.page.evaluate(passHours, 30)
  await second.player.getByRole('button', { name: 'Play', exact: true }).click()
  // From the place that had been reached, and not from where it had gone back to.
  await expect.poll(second.audioClock).toBeGreaterThan(left - 20.5)
  expect(await second.audioClock()).toBeLessThan(left - 10)
  await second.player.getByRole('button', { name: 'Pause' }).click()
  await second.player.getByRole('button', { name: 'Next chapter' }).click()
  await second.player.getByRole('button', { name: 'Forward 30 seconds' }).click()
  const went = (standIn.episode(slug, 0).chapters[2]?.startSeconds ?? 0) + 30
  await second.page.evaluate(passHours, 30)
  await second.player.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(second.audioClock).toBeGreaterThan(went + 0.2)
})

/** Runs in the page: its clock says that so much time has passed. */
function passHours(hours: number): void {
  const now = Date.now.bind(Date)
  Date.now = () => now() + hours * 3_600_000
}

function rateOf(page: Page): Promise<number | undefined> {
  return page.evaluate(() => {
    const { Howler } = globalThis as unknown as {
      Howler?: { _howls: { _sounds: { _node?: HTMLAudioElement }[] }[] }
    }
    return Howler?._howls.at(-1)?._sounds[0]?._node?.playbackRate
  })
}
