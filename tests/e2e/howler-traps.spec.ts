import type { Page } from '@playwright/test'
import { expect, test } from './earmark.ts'
import { readElement } from './output-tap.ts'

const slug = 'day-two-devops'

type Held = typeof globalThis & {
  Howler: { _howls: { _sounds: { _node: HTMLAudioElement }[] }[]; _html5AudioPool: unknown[] }
  before?: HTMLAudioElement | undefined
}

/** Keeps hold of the element that plays now, so that it can be looked at once another source is open. */
function rememberElement(page: Page): Promise<void> {
  return page.evaluate(() => {
    const held = globalThis as Held
    held.before = held.Howler._howls.at(-1)?._sounds[0]?._node
  })
}

test('a source that is replaced gives its element up, is not heard again, and leaves its rate to the next', async ({
  start,
  standIn,
}) => {
  const { page, player, addPodcast, openEpisode, audioClock } = await start()
  await addPodcast(slug)
  await openEpisode(standIn.episode(slug, 0).title)
  await page.getByRole('button', { name: 'Play episode' }).click()
  await expect.poll(audioClock).toBeGreaterThan(0.3)
  for (let step = 0; step < 5; step += 1) await page.keyboard.press(']')
  await expect.poll(async () => (await readElement(page)).rate).toBeCloseTo(1.5)
  await rememberElement(page)

  const next = standIn.episode(slug, 1)
  await openEpisode(next.title)
  await page.getByRole('button', { name: 'Play episode' }).click()
  await expect(player.getByText(next.title)).toBeVisible()
  await expect.poll(async () => (await audioClock()) ?? 0).toBeGreaterThan(0.3)
  expect((await readElement(page)).rate).toBeCloseTo(1.5)
  const left = await page.evaluate(() => {
    const { before, Howler } = globalThis as Held
    const now = Howler._howls.at(-1)?._sounds[0]?._node
    for (const name of ['timeupdate', 'pause', 'error', 'ended']) before?.dispatchEvent(new Event(name))
    return {
      isAnother: before !== undefined && before !== now,
      isPaused: before?.paused,
      hasSource: before?.hasAttribute('src'),
      howls: Howler._howls.length,
      pooled: Howler._html5AudioPool.length,
    }
  })
  expect(left).toEqual({ isAnother: true, isPaused: true, hasSource: false, howls: 1, pooled: 0 })
  const from = (await audioClock()) ?? 0
  await expect.poll(audioClock).toBeGreaterThan(from + 0.5)
  await expect(player.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
})

test('a seek before the audio is open begins there, and one to the end or past it does not end the episode', async ({
  start,
  standIn,
}) => {
  const { page, player, addPodcast, openEpisode, audioClock } = await start()
  await addPodcast(slug)
  const { title, durationSeconds } = standIn.episode(slug, 0)
  await openEpisode(title)
  // For so long the audio is being looked for.
  standIn.break('publisher', { delayMs: 2000, times: 1 })
  await page.getByRole('button', { name: 'Play episode' }).click()
  await expect(player.getByText(title)).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect.poll(audioClock).toBeGreaterThan(60)
  expect(await audioClock()).toBeLessThan(75)

  await player.getByRole('button', { name: 'Pause', exact: true }).click()
  await player.getByRole('slider', { name: 'Seek' }).focus()
  await page.keyboard.press('End')
  await expect.poll(audioClock).toBeCloseTo(durationSeconds - 0.5, 1)
  await page.keyboard.press('ArrowRight')
  await expect.poll(audioClock).toBeCloseTo(durationSeconds - 0.5, 1)
  await expect(player.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  await player.getByRole('button', { name: 'Back 15 seconds' }).click()
  await expect.poll(audioClock).toBeCloseTo(durationSeconds - 15.5, 1)
})
