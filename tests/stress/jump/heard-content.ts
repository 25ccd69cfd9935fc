import type { JSHandle, Page } from '@playwright/test'
import { heardSeconds } from '../../server/audio/heard-seconds.ts'

/** What is heard at a moment, beside what the audio element's own clock says then. */
export type Heard = { clockSeconds: number; contentSeconds: number }

/** A quarter of a second: what it sounds like tells the time to a tenth of one (`server/audio/tone.ts`). */
const samples = 8192

/** Listens to the player's audio, which has to be the stand-in's two tones. From then on it is heard through a context of the test's. */
export async function listenIn(page: Page): Promise<void> {
  const element = await page.evaluateHandle(() => {
    const { Howler } = globalThis as unknown as {
      Howler: { _howls: { _sounds: { _node: HTMLAudioElement }[] }[] }
    }
    const open = Howler._howls.at(-1)?._sounds[0]?._node
    if (open === undefined) throw new Error('nothing is open')
    return open
  })
  await listenTo(page, element)
}

export async function listenTo(page: Page, element: JSHandle<HTMLAudioElement>): Promise<void> {
  await page.evaluate(
    async ([heardElement, size]) => {
      const heard = globalThis as unknown as {
        heardBy?: { element: HTMLAudioElement; analyser: AnalyserNode }
      }
      if (heard.heardBy?.element === heardElement) return
      const context = new AudioContext()
      await context.resume()
      const analyser = new AnalyserNode(context, { fftSize: size })
      new MediaElementAudioSourceNode(context, { mediaElement: heardElement })
        .connect(analyser)
        .connect(context.destination)
      heard.heardBy = { element: heardElement, analyser }
    },
    [element, samples] as const,
  )
}

/** What has been heard for as long as it takes to tell it, once the clock has run so long without a jump. */
export async function hear(page: Page): Promise<Heard> {
  const { clockSeconds, sound, rate } = await page.evaluate(async () => {
    const { heardBy } = globalThis as unknown as {
      heardBy: { element: HTMLAudioElement; analyser: AnalyserNode }
    }
    const { element, analyser } = heardBy
    const moves = (seconds: number): Promise<void> =>
      new Promise((resolve) => {
        const from = element.currentTime
        const look = (): void => {
          if (!element.seeking && element.currentTime >= from + seconds) resolve()
          else requestAnimationFrame(look)
        }
        look()
      })
    await moves(0.6)
    const data = new Float32Array(analyser.fftSize)
    analyser.getFloatTimeDomainData(data)
    return { clockSeconds: element.currentTime, sound: Array.from(data), rate: analyser.context.sampleRate }
  })
  // What was measured is the sound before the clock's moment, on average half of it ago.
  return { clockSeconds, contentSeconds: heardSeconds(sound, rate) + sound.length / rate / 2 }
}
