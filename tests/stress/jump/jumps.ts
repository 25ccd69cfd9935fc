import { expect as expectSoon } from '@playwright/test'
import { problemOf } from '../../../renderer/player/sound-problem.ts'
import type { Earmark } from '../../e2e/app.ts'
import type { StandIn } from '../../server/stand-in.ts'
import { type Heard, hear, listenIn } from './heard-content.ts'

const expect = expectSoon.configure({ timeout: 60_000 })
const podcastSlug = 'day-two-devops'

/** Makes an episode of the stand-in's that begins a chapter at each of these times, plays the audio at an address. */
export async function playFrom(
  earmark: Earmark,
  standIn: StandIn,
  { address, durationSeconds, times }: { address: string; durationSeconds: number; times: readonly number[] },
): Promise<void> {
  const { page } = earmark
  const { slug, title } = standIn.episode(podcastSlug, 0)
  standIn.break('publisher', { status: 404 })
  standIn.change(podcastSlug, slug, {
    durationSeconds,
    chapters: times.map((startSeconds, index) => ({
      startSeconds,
      title: `Jump ${index + 1}`,
      description: '',
    })),
  })
  await earmark.addPodcast(podcastSlug)
  await earmark.openEpisode(title)
  await page.getByRole('button', { name: 'Play episode' }).click()
  await page.getByRole('textbox', { name: 'Audio address' }).fill(address)
  await page.keyboard.press('Enter')
  await expect.poll(earmark.audioClock).toBeGreaterThan(0.2)
}

/** Jumps to each chapter by a click, and listens there. */
export async function jumpToAll({ page, audioClock }: Earmark, times: readonly number[]): Promise<Heard[]> {
  const heard: Heard[] = []
  for (const [index, startSeconds] of times.entries()) {
    const chapter = page.getByRole('list', { name: 'Chapters' }).getByRole('button').nth(index)
    await chapter.click()
    await expect(chapter).toHaveAttribute('aria-current', 'true')
    await expect.poll(audioClock).toBeGreaterThanOrEqual(startSeconds)
    await listenIn(page)
    heard.push(await hear(page))
  }
  return heard
}

/** Clicks on chapters that the app cannot reach; how many there were, each of which it said so of and stayed where it was. */
export async function refusedJumps(
  { page, audioClock }: Earmark,
  chapters: readonly number[],
): Promise<number> {
  for (const index of chapters) {
    const before = (await audioClock()) ?? 0
    await page.getByRole('list', { name: 'Chapters' }).getByRole('button').nth(index).click()
    await expect(page.getByText(problemOf('past-end').message)).toBeVisible()
    expect(((await audioClock()) ?? 0) - before).toBeLessThan(60)
    await page.getByRole('button', { name: 'Dismiss' }).first().click()
    await expect(page.getByText(problemOf('past-end').message)).toBeHidden()
  }
  return chapters.length
}

/** By how many seconds what is heard is beside what the clock says. */
export function errorsOf(heard: readonly Heard[]): number[] {
  return heard.map(({ clockSeconds, contentSeconds }) => Math.abs(contentSeconds - clockSeconds))
}
