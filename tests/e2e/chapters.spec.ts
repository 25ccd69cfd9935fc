import { dragTo, noteJumps, overshoot } from './chapter-acts.ts'
import { expect, test } from './earmark.ts'

const slug = 'day-two-devops'

/** Of audio; a tick of the clock alone would be a quarter of a second late, and three times that at 3×. */
const latestSeconds = 0.2

test.slow()

test('a chapter that is ticked off is passed over at its very start, at any speed, and heard when it is clicked', async ({
  start,
  standIn,
}) => {
  const first = await start()
  const { page, player, audioClock } = first
  await first.addPodcast(slug)
  const episode = standIn.episode(slug, 0)
  const [, second, third] = episode.chapters
  if (second === undefined || third === undefined) throw new Error('The episode has chapters.')
  const over = { fromSeconds: second.startSeconds, toSeconds: third.startSeconds }
  await first.openEpisode(episode.title)
  const box = page.getByRole('checkbox', { name: `Skip this chapter: ${second.title}` })
  await box.focus()
  await page.keyboard.press('Space')
  await expect(box).toBeChecked()
  await expect(page.getByText(`“${second.title}” is skipped.`).first()).toBeVisible()
  const jumps = await noteJumps(page)
  await page.getByRole('button', { name: 'Play episode' }).click()
  await expect.poll(audioClock).toBeGreaterThan(0.2)

  await dragTo(page, second.startSeconds - 1.5)
  const slowly = await overshoot(jumps, over)
  expect(slowly).toBeLessThan(latestSeconds)
  expect(slowly).toBeGreaterThan(-0.05)
  await expect.poll(audioClock).toBeGreaterThan(third.startSeconds)

  await player.getByRole('button', { name: 'Playback speed' }).click()
  await page.getByRole('button', { name: '3×', exact: true }).click()
  await page.keyboard.press('Escape')
  await dragTo(page, second.startSeconds - 4)
  await expect
    .poll(async () => (await jumps()).filter(({ toSeconds }) => toSeconds === third.startSeconds))
    .toHaveLength(2)
  const fast = await overshoot(jumps, over)
  expect(fast).toBeLessThan(3 * latestSeconds)
  expect(fast).toBeGreaterThan(-0.05)
  test.info().annotations.push({
    type: 'late, seconds of audio',
    description: `1× ${slowly.toFixed(3)}, 3× ${fast.toFixed(3)}`,
  })

  // The person's own click is another thing: it plays on in the skipped one.
  await page.getByRole('list', { name: 'Chapters' }).getByRole('button').nth(1).click()
  await expect.poll(audioClock).toBeGreaterThan(second.startSeconds + 1)
  expect(await audioClock()).toBeLessThan(third.startSeconds)
  await expect(player.getByRole('slider', { name: 'Seek' })).toHaveAttribute(
    'aria-valuetext',
    /, chapter 2 of \d+, .*, skipped$/,
  )
  await first.quit()

  const again = await start()
  await expect(again.page.getByRole('checkbox', { name: `Skip this chapter: ${second.title}` })).toBeChecked()
})

test('an episode whose last chapter is skipped ends before it, and the next in Up next plays', async ({
  start,
  standIn,
}) => {
  const { page, player, audioClock, addPodcast, openEpisode } = await start()
  await addPodcast(slug)
  const next = standIn.episode(slug, 1)
  await openEpisode(next.title)
  await page.getByRole('article').getByRole('button', { name: 'Up next' }).click()
  const episode = standIn.episode(slug, 0)
  await openEpisode(episode.title)
  const last = episode.chapters.at(-1)
  if (last === undefined) throw new Error('The episode has chapters.')
  await page.getByRole('checkbox', { name: `Skip this chapter: ${last.title}` }).click({ force: true })
  await page.getByRole('button', { name: 'Play episode' }).click()
  await expect.poll(audioClock).toBeGreaterThan(0.2)
  await dragTo(page, last.startSeconds - 1)
  await expect(player.getByRole('button', { name: next.title })).toBeVisible({ timeout: 15_000 })
  await expect.poll(audioClock).toBeLessThan(last.startSeconds - 10)
})

test('a word in Settings skips the chapters that are named by it', async ({ start, standIn }) => {
  const { page, audioClock, addPodcast, openEpisode } = await start()
  await addPodcast(slug)
  const episode = standIn.episode(slug, 0)
  const [, second, third] = episode.chapters
  if (second === undefined || third === undefined) throw new Error('The episode has chapters.')
  await page.getByRole('link', { name: 'Settings' }).click()
  const field = page.getByRole('textbox', { name: 'Word or phrase' })
  await field.fill(second.title.toUpperCase())
  await field.press('Enter')
  await expect(page.getByRole('list', { name: 'Skipped names' }).getByRole('listitem')).toHaveCount(1)
  await page.getByRole('link', { name: 'Library' }).click()
  await openEpisode(episode.title)
  await expect(page.getByText(/Skipped, since it is named/)).toHaveCount(
    episode.chapters.filter(({ title }) => title === second.title).length,
  )
  const jumps = await noteJumps(page)
  await page.getByRole('button', { name: 'Play episode' }).click()
  await expect.poll(audioClock).toBeGreaterThan(0.2)
  await dragTo(page, second.startSeconds - 1)
  const over = { fromSeconds: second.startSeconds, toSeconds: third.startSeconds }
  expect(await overshoot(jumps, over)).toBeLessThan(latestSeconds)

  // That one chapter is to be heard all the same.
  await page
    .getByRole('checkbox', { name: `Skip this chapter: ${second.title}` })
    .first()
    .click({ force: true })
  await dragTo(page, second.startSeconds - 0.5)
  await expect.poll(audioClock).toBeGreaterThan(second.startSeconds + 0.5)
  expect(await audioClock()).toBeLessThan(third.startSeconds)
})

test('a chapter that is repeated goes round and round, until the person goes elsewhere', async ({
  start,
  standIn,
}) => {
  const { page, player, audioClock, addPodcast, openEpisode } = await start()
  await addPodcast(slug)
  const episode = standIn.episode(slug, 0)
  const [, second, third] = episode.chapters
  if (second === undefined || third === undefined) throw new Error('The episode has chapters.')
  await openEpisode(episode.title)
  const jumps = await noteJumps(page)
  await page.getByRole('list', { name: 'Chapters' }).getByRole('button').nth(1).click()
  await expect.poll(audioClock).toBeGreaterThan(second.startSeconds)
  await page.keyboard.press('l')
  const repeat = player.getByRole('button', { name: 'Repeat chapter' })
  await expect(repeat).toHaveAttribute('aria-pressed', 'true')
  const back = { fromSeconds: third.startSeconds, toSeconds: second.startSeconds }
  for (const round of [1, 2]) {
    await dragTo(page, third.startSeconds - 1)
    await expect
      .poll(
        async () =>
          (await jumps()).filter(({ fromSeconds }) => Math.abs(fromSeconds - third.startSeconds) < 0.5)
            .length,
      )
      .toBe(round)
    expect(await overshoot(jumps, back)).toBeLessThan(latestSeconds)
    await expect.poll(audioClock).toBeLessThan(second.startSeconds + 10)
  }
  await player.getByRole('button', { name: 'Next chapter' }).click()
  await expect(repeat).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(audioClock).toBeGreaterThan(third.startSeconds + 0.5)
})

test('skimmed with the keys alone, the chapters that are ticked play, and no others', async ({
  start,
  standIn,
}) => {
  const first = await start()
  const { page, player, audioClock } = first
  await first.addPodcast(slug)
  const episode = standIn.episode(slug, 0)
  const [, second, third, fourth] = episode.chapters
  if (second === undefined || third === undefined || fourth === undefined)
    throw new Error('The episode has chapters.')
  await first.openEpisode(episode.title)
  const jumps = await noteJumps(page)
  await page.keyboard.press('s')
  const boxes = page.getByRole('list', { name: 'Chapters to skim' }).getByRole('checkbox')
  await expect(boxes.first()).toBeFocused()
  for (const key of ['ArrowDown', 'Space', 'ArrowDown', 'ArrowDown', 'Space']) await page.keyboard.press(key)
  await expect(boxes.nth(1)).toBeChecked()
  await expect(boxes.nth(3)).toBeChecked()
  const counted = `2 of ${episode.chapters.length} chapters`
  await expect(page.getByRole('region', { name: 'Skim chapters' }).getByRole('status')).toContainText(counted)
  await page.getByRole('button', { name: 'Play ticked' }).click()
  await expect(player).toContainText(counted)
  await expect.poll(audioClock).toBeGreaterThan(second.startSeconds)
  expect(await audioClock()).toBeLessThan(second.startSeconds + 10)

  await dragTo(page, third.startSeconds - 1)
  const over = { fromSeconds: third.startSeconds, toSeconds: fourth.startSeconds }
  expect(await overshoot(jumps, over)).toBeLessThan(latestSeconds)
  await first.quit()

  const again = await start()
  await expect(again.player).toContainText(counted)
  await again.player.getByRole('button', { name: 'Play all' }).click()
  await expect(again.player).not.toContainText(counted)
})
