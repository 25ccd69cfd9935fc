import type { Earmark } from '../../e2e/app.ts'
import type { StandIn } from '../../server/stand-in.ts'
import { expectLater } from '../app/expect-later.ts'
import { chapterTitle, type Recording } from './click-times.ts'

export const podcastSlug = 'day-two-devops'
const chapterCount = 60

/** An episode of the stand-in's, from now on as long as its recording and in many chapters. */
export function makeRecording(standIn: StandIn, index: number, durationSeconds: number): Recording {
  const { slug, title } = standIn.episode(podcastSlug, index)
  // The last one begins early enough to be heard for a while.
  const chapterSeconds = Array.from({ length: chapterCount }, (_, chapter) =>
    Math.round((chapter * (durationSeconds - 30)) / chapterCount),
  )
  const chapters = chapterSeconds.map((startSeconds, chapter) => ({
    startSeconds,
    title: chapterTitle(chapter),
    description: '',
  }))
  standIn.change(podcastSlug, slug, { durationSeconds, chapters })
  return { title, chapterSeconds }
}

/** Gives an episode the address of its audio, as a person does, and leaves it paused. */
export async function giveAddress(earmark: Earmark, { title }: Recording, address: string): Promise<void> {
  const { page } = earmark
  await earmark.openEpisode(title)
  await page.getByRole('button', { name: 'Play episode' }).click()
  await page.getByRole('textbox', { name: 'Audio address' }).fill(address)
  await page.keyboard.press('Enter')
  await pauseOncePlaying(earmark)
}

export async function download({ page, openEpisode }: Earmark, { title }: Recording): Promise<void> {
  await openEpisode(title)
  await page.getByRole('button', { name: 'Download', exact: true }).click()
  await expectLater(page.getByRole('button', { name: 'Remove download' })).toBeVisible()
}

export async function pauseOncePlaying({ player, audioClock }: Earmark): Promise<void> {
  await expectLater.poll(audioClock).toBeGreaterThan(0.2)
  await player.getByRole('button', { name: 'Pause', exact: true }).click()
  await expectLater(player.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
}
