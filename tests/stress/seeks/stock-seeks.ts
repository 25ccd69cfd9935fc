import type { JSHandle, Page } from '@playwright/test'
import { apartMs, type RapidSeeks } from './rapid-seeks.ts'
import { loadStockHowler } from './stock-howler.ts'

export type StockPlayer = JSHandle<{
  seekRapidly: (positions: readonly number[], everyMs: number) => Promise<number>
}>

/** Has stock Howler play what the app has open, from the same address. The app is paused by then. */
export async function stockPlayer(page: Page): Promise<StockPlayer> {
  await loadStockHowler(page)
  return page.evaluateHandle(async () => {
    type Stock = {
      play: () => number
      seek: (seconds: number) => void
      once: (event: 'play', heard: () => void) => void
      _sounds: { _node: HTMLAudioElement }[]
    }
    const { Howler, stockHowler } = globalThis as unknown as {
      Howler: { _howls: Stock[] }
      stockHowler: { Howl: new (options: object) => Stock }
    }
    const url = `${Howler._howls.at(-1)?._sounds[0]?._node.currentSrc}?stock`
    const stock = new stockHowler.Howl({ src: [url], html5: true, format: ['mp3'] })
    await new Promise<void>((resolve) => {
      stock.once('play', resolve)
      stock.play()
    })
    const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
    const element = (): HTMLAudioElement => {
      const [sound] = stock._sounds
      if (sound === undefined) throw new Error('stock Howler has let go of its sound')
      return sound._node
    }
    /** Once it has played on for a while by itself; where it stands, if it never does. */
    async function settled(): Promise<number> {
      const giveUpAtMs = performance.now() + 5000
      let from = element().currentTime
      let sinceMs = performance.now()
      while (performance.now() < giveUpAtMs) {
        await pause(50)
        const moved = element().currentTime - from
        const tookSeconds = (performance.now() - sinceMs) / 1000
        if (moved < 0 || moved > tookSeconds + 0.5) {
          from = element().currentTime
          sinceMs = performance.now()
        } else if (moved > 0.5) return element().currentTime
      }
      return element().currentTime
    }
    return {
      seekRapidly: async (positions: readonly number[], everyMs: number) => {
        for (const seconds of positions) {
          stock.seek(seconds)
          await pause(everyMs)
        }
        return settled()
      },
    }
  })
}

/** The seeks that the app was told, told to it. */
export async function stockSeeksRapidly(player: StockPlayer, wanted: readonly number[]): Promise<RapidSeeks> {
  const cameToSeconds = await player.evaluate(
    ({ seekRapidly }, [positions, everyMs]) => seekRapidly(positions, everyMs),
    [wanted, apartMs] as const,
  )
  return { wantedSeconds: wanted.at(-1) ?? 0, cameToSeconds }
}
