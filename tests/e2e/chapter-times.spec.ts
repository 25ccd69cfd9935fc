import { expect, test } from './earmark.ts'

test('an episode that nobody names the audio of is found in its podcast’s feed, and plays', async ({
  start,
  standIn,
}) => {
  const podcast = standIn.podcasts.find((each) => each.namesItsFeed && !each.carriesAudioAddress)
  if (podcast === undefined) throw new Error('The stand-in has a podcast that names its feed.')
  standIn.break('publisher', { status: 404 })
  const { page, audioClock, addPodcast, openEpisode } = await start()
  await addPodcast(podcast.slug)
  const index = Array.from({ length: 30 }, (_, at) => at).find((at) => {
    const { audioOffer, processingState } = standIn.episode(podcast.slug, at)
    return audioOffer !== 'none' && processingState === 'processed'
  })
  await openEpisode(standIn.episode(podcast.slug, index ?? 0).title)
  await page.getByRole('button', { name: 'Play episode' }).click()
  await expect.poll(audioClock).toBeGreaterThan(0.5)
  await expect(page.getByText(/found in the podcast’s feed by its address\./)).toBeVisible()
})

test('a chapter that is said to start now takes the other chapters and the pins along, for good', async ({
  start,
  standIn,
}) => {
  const slug = 'day-two-devops'
  const first = await start()
  await first.addPodcast(slug)
  const episode = standIn.episode(slug, 0)
  const [, second, third] = episode.chapters
  if (second === undefined || third === undefined) throw new Error('The episode has chapters.')
  await first.openEpisode(episode.title)
  const chapters = first.page.getByRole('list', { name: 'Chapters' }).getByRole('button')
  const pins = first.page.getByRole('list', { name: 'Pins on the seek bar' }).getByRole('button')

  await chapters.nth(2).click()
  await expect.poll(first.audioClock).toBeGreaterThanOrEqual(third.startSeconds)
  await first.page.keyboard.press('Space')
  await first.page.keyboard.press('m')
  await expect(pins).toHaveCount(1)
  const pinBefore = secondsIn(await pins.first().getAttribute('aria-label'))

  // Heard to begin forty and more seconds later than the service tells it.
  await first.player.getByRole('button', { name: 'Forward 30 seconds' }).click()
  await first.player.getByRole('button', { name: 'Forward 30 seconds' }).click()
  await expect.poll(first.audioClock).toBeGreaterThanOrEqual(third.startSeconds + 60)
  const now = (await first.audioClock()) ?? 0
  await first.page.keyboard.press('Shift+C')
  const times = first.page.getByRole('region', { name: 'Chapter times' })
  await expect(times).toContainText(/later than the service tells them/)
  const shift = now - third.startSeconds

  const within = (actual: number, wanted: number) => expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(2)
  within(secondsIn(await chapters.nth(2).getAttribute('aria-label')), now)
  within(secondsIn(await chapters.nth(1).getAttribute('aria-label')), second.startSeconds + shift)
  await expect(pins.first()).not.toHaveAttribute('aria-label', new RegExp(`at ${clockOf(pinBefore)}`))
  within(secondsIn(await pins.first().getAttribute('aria-label')), pinBefore + shift)
  await chapters.nth(1).click()
  await expect.poll(first.audioClock).toBeLessThan(third.startSeconds + 30)
  within((await first.audioClock()) ?? 0, second.startSeconds + shift)
  await first.quit()

  const again = await start()
  const kept = again.page.getByRole('region', { name: 'Chapter times' })
  await expect(kept).toContainText(/later than the service tells them/)
  await kept.getByRole('button', { name: 'Reset' }).click()
  await expect(kept).toBeHidden()
  const listed = again.page.getByRole('list', { name: 'Chapters' }).getByRole('button')
  within(secondsIn(await listed.nth(2).getAttribute('aria-label')), third.startSeconds)
})

test('audio of another length warns beside the chapters, and the warning offers to shift them', async ({
  start,
  standIn,
}) => {
  const slug = 'day-two-devops'
  const { page, audioClock, addPodcast, openEpisode } = await start()
  await addPodcast(slug)
  const episode = standIn.episode(slug, 0)
  const other = Array.from({ length: 30 }, (_, at) => standIn.episode(slug, at)).find(
    ({ durationSeconds }) => durationSeconds > episode.durationSeconds * 1.05,
  )
  if (other === undefined) throw new Error('Some episode of the stand-in is longer.')
  await openEpisode(episode.title)
  const times = page.getByRole('region', { name: 'Chapter times' })
  await expect(times).toBeHidden()
  await page.getByText('Audio: looked for when you play it.').click()
  await page.getByRole('textbox', { name: 'Audio address' }).fill(standIn.audioUrl(slug, other.slug))
  await page.getByRole('button', { name: 'Use address' }).click()
  await expect.poll(audioClock).toBeGreaterThan(0.5)
  await expect(times).toContainText(/the chapters were made for/)
  await times.getByRole('button', { name: /starts now/ }).click()
  await expect(times).toContainText(/than the service tells them|where the service tells them/)
})

/** Of the first time in a name: "12:41 Title", "Note at 1:02:03". */
function secondsIn(name: string | null): number {
  const time = /\d+(?::\d\d)+/.exec(name ?? '')?.[0] ?? ''
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
}

function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
