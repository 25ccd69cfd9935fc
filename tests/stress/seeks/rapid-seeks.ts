import { expect as expectSoon } from '@playwright/test'
import type { Earmark } from '../../e2e/app.ts'
import type { Random } from '../../server/catalogue/random.ts'

const expect = expectSoon.configure({ timeout: 30_000 })
const seeks = 10
export const apartMs = 30

export type RapidSeeks = { wantedSeconds: number; cameToSeconds: number }

/** Of ten chapters, which are clicked in a row. */
export function anyChapters(random: Random, count: number): number[] {
  return Array.from({ length: seeks }, () => random.whole(0, count - 1))
}

/** Clicks chapters of the open episode in a row, 30 ms apart, and tells where the audio plays on. */
export async function seekRapidly(
  { page, audioClock }: Earmark,
  startsSeconds: readonly number[],
  indexes: readonly number[],
): Promise<RapidSeeks> {
  const last = indexes.at(-1) ?? 0
  const chapters = page.getByRole('list', { name: 'Chapters' }).getByRole('button')
  await page.evaluate(
    async ({ clicked, everyMs }) => {
      const buttons = document.querySelectorAll<HTMLElement>('ol[aria-label="Chapters"] button')
      for (const index of clicked) {
        buttons[index]?.click()
        await new Promise((resolve) => setTimeout(resolve, everyMs))
      }
    },
    { clicked: indexes, everyMs: apartMs },
  )
  await expect(chapters.nth(last)).toHaveAttribute('aria-current', 'true')
  // Somewhere the clock goes on from, once all seeking is over.
  const from = await settledClock(audioClock)
  return { wantedSeconds: startsSeconds[last] ?? 0, cameToSeconds: from }
}

/** The audio's own clock once it has moved on by playing, and not by a jump. */
async function settledClock(audioClock: Earmark['audioClock']): Promise<number> {
  let before = await audioClock()
  for (;;) {
    const now = await audioClock()
    const moved = before === null || now === null ? 0 : now - before
    if (now !== null && moved > 0 && moved < 1) return now
    before = now
  }
}

/** Whether it plays on from where the last seek went: a moment later at the most. */
export function hasCome({ wantedSeconds, cameToSeconds }: RapidSeeks): boolean {
  return cameToSeconds >= wantedSeconds && cameToSeconds < wantedSeconds + 10
}
