import type { Page } from '@playwright/test'
import { expect } from './earmark.ts'

/** Where the audio's clock was sent, and where it stood then. */
export type Jump = { fromSeconds: number; toSeconds: number }

/** Notes down every jump of whatever audio the page plays from here on, by the element's own clock. */
export async function noteJumps(page: Page): Promise<() => Promise<Jump[]>> {
  await page.evaluate(() => {
    const clock = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'currentTime')
    if (clock === undefined) throw new Error('An element has a clock.')
    const jumps: { fromSeconds: number; toSeconds: number }[] = []
    Object.assign(globalThis, { notedJumps: jumps })
    Object.defineProperty(HTMLMediaElement.prototype, 'currentTime', {
      ...clock,
      set(toSeconds: number) {
        jumps.push({ fromSeconds: clock.get?.call(this), toSeconds })
        clock.set?.call(this, toSeconds)
      },
    })
  })
  return () => page.evaluate(() => (globalThis as unknown as { notedJumps: Jump[] }).notedJumps)
}

/** As a hand does that drags the playhead and lets it go there. */
export async function dragTo(page: Page, seconds: number): Promise<void> {
  await page.getByRole('slider', { name: 'Seek' }).evaluate((slider, to) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(slider, String(to))
    slider.dispatchEvent(new Event('input', { bubbles: true }))
    slider.dispatchEvent(new Event('change', { bubbles: true }))
  }, seconds)
}

/** By how much playing went past a moment before it jumped from there to another; waits for that. */
export async function overshoot(
  jumps: () => Promise<Jump[]>,
  { fromSeconds, toSeconds }: Jump,
): Promise<number> {
  const isIt = (jump: Jump): boolean =>
    Math.abs(jump.toSeconds - toSeconds) < 0.01 && Math.abs(jump.fromSeconds - fromSeconds) < 3
  await expect.poll(async () => (await jumps()).some(isIt), { timeout: 15_000 }).toBe(true)
  return ((await jumps()).findLast(isIt)?.fromSeconds ?? Number.NaN) - fromSeconds
}
