import type { Page } from '@playwright/test'
import { type Heard, hear, listenTo } from './heard-content.ts'

/** The same jumps by an audio element with nothing around it, from the address that the app plays. */
export async function bareJumps(page: Page, times: readonly number[]): Promise<Heard[]> {
  const element = await page.evaluateHandle(async () => {
    const { Howler } = globalThis as unknown as {
      Howler: { _howls: { _sounds: { _node: HTMLAudioElement }[] }[] }
    }
    const bare = new Audio()
    bare.crossOrigin = 'anonymous'
    // What was fetched for the other is not at hand for this one.
    bare.src = `${Howler._howls.at(-1)?._sounds[0]?._node.currentSrc}?bare`
    await bare.play()
    return bare
  })
  await listenTo(page, element)
  const heard: Heard[] = []
  for (const seconds of times) {
    await element.evaluate(
      (bare, to) =>
        new Promise<void>((resolve) => {
          bare.addEventListener('seeked', () => resolve(), { once: true })
          bare.currentTime = to
        }),
      seconds,
    )
    heard.push(await hear(page))
  }
  await element.evaluate((bare) => bare.pause())
  return heard
}
