import type { JSHandle, Page } from '@playwright/test'
import { loadStockHowler } from '../../stress/seeks/stock-howler.ts'

/** The app's own player, an audio element with nothing around it, and Howler as it comes from npm. */
export const playerNames = ['app', 'bare', 'stock'] as const
export type PlayerName = (typeof playerNames)[number]

/** All in milliseconds, from just before a click is dispatched. */
export type PlayersInPage = {
  /** Of what the app has open. */
  source: () => { url: string; seconds: number; durationSeconds: number }
  /** A click on what the app shows; `until` its audio element's `seeked`. */
  appSeeks: (selector: string) => Promise<number>
  /** A click on a button that opens another source; until its clock moves. */
  appOpens: (selector: string) => Promise<number>
  /** A click on Play, of what is open and paused. */
  appGoesOn: (selector: string) => Promise<number>
  opens: (player: 'bare' | 'stock', url: string, seconds: number) => Promise<number>
  seeks: (player: 'bare' | 'stock', seconds: number) => Promise<number>
  goesOn: (player: 'bare' | 'stock') => Promise<number>
  pause: (player: 'bare' | 'stock') => void
  /** Resolves once the page draws nothing more of what was done before, so that nobody pays for another's frames. */
  rest: () => Promise<void>
}

/**
 * Puts the yardsticks into the app's own window. So that nothing but the players differs, all are begun by a click: the app's by one on
 * its button, the others' by one on a button of theirs, each dispatched by `click()` and measured from just before it, on
 * the page's one clock. All play what the app plays, from the same addresses, with the same permission to be heard by a page; a
 * query behind the address keeps Chromium from giving one what it has fetched for another.
 */
export async function putPlayersIn(page: Page): Promise<JSHandle<PlayersInPage>> {
  await loadStockHowler(page)
  return page.evaluateHandle(() => {
    type Stock = { play: () => void; pause: () => void; seek: (seconds: number) => void; unload: () => void }
    type WithSounds = { _sounds: { _node: HTMLAudioElement }[] }
    const { stockHowler } = globalThis as unknown as {
      stockHowler: { Howl: new (options: object) => Stock & WithSounds }
    }
    /** Stock Howler now and then never begins what it was told while it opened a source. */
    const limitMs = 15_000
    const button = document.createElement('button')
    button.hidden = true
    document.body.append(button)
    let bare = new Audio()
    let stock: (Stock & WithSounds) | null = null

    const appElement = (): HTMLAudioElement | undefined => {
      const { Howler } = globalThis as unknown as { Howler?: { _howls: WithSounds[] } }
      return Howler?._howls.at(-1)?._sounds[0]?._node
    }
    const found = (selector: string): HTMLElement => {
      const element = document.querySelector<HTMLElement>(selector)
      if (element === null) throw new Error(`There is no ${selector}.`)
      return element
    }
    const ours = (act: () => void): HTMLElement => {
      button.onclick = act
      return button
    }
    const elementOf = (player: 'bare' | 'stock'): HTMLAudioElement => {
      const element = player === 'bare' ? bare : stock?._sounds[0]?._node
      if (element === undefined) throw new Error(`${player} has nothing open.`)
      return element
    }

    function untilSeeked(element: HTMLAudioElement, clicked: HTMLElement): Promise<number> {
      return new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error('It does not come to where it was sent.')), limitMs)
        const from = performance.now()
        element.addEventListener('seeked', () => resolve(performance.now() - from), { once: true })
        clicked.click()
      })
    }

    /** Looked at in a task of its own again and again: no event tells it, and frames come too seldom. */
    function untilMoving(
      now: () => HTMLAudioElement | undefined,
      clicked: HTMLElement,
      fromSeconds: number | null,
    ): Promise<number> {
      return new Promise((resolve, reject) => {
        let beyond = fromSeconds
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          const element = now()
          if (element !== undefined) beyond ??= element.currentTime
          const moves =
            element !== undefined &&
            !element.paused &&
            !element.seeking &&
            element.currentTime > (beyond ?? 0)
          const tookMs = performance.now() - from
          if (!moves && tookMs < limitMs) return port2.postMessage(null)
          port1.close()
          if (moves) resolve(tookMs)
          else reject(new Error('Its clock does not move.'))
        }
        const from = performance.now()
        clicked.click()
        port2.postMessage(null)
      })
    }

    return {
      source: () => {
        const element = appElement()
        return {
          url: element?.currentSrc ?? '',
          seconds: element?.currentTime ?? 0,
          durationSeconds: element?.duration ?? 0,
        }
      },
      appSeeks: (selector) => {
        const element = appElement()
        if (element === undefined) throw new Error('The app has nothing open.')
        return untilSeeked(element, found(selector))
      },
      appOpens: (selector) => {
        const before = appElement()
        const opened = (): HTMLAudioElement | undefined =>
          appElement() === before ? undefined : appElement()
        return untilMoving(opened, found(selector), null)
      },
      appGoesOn: (selector) => untilMoving(appElement, found(selector), appElement()?.currentTime ?? 0),
      opens: (player, url, seconds) => {
        if (player === 'bare') {
          bare.removeAttribute('src')
          bare.load()
          const begin = (): void => {
            bare = new Audio()
            bare.crossOrigin = 'anonymous'
            bare.src = url
            bare.currentTime = seconds
            void bare.play()
          }
          return untilMoving(() => bare, ours(begin), seconds)
        }
        stock?.unload()
        stock = null
        const begin = (): void => {
          stock = new stockHowler.Howl({ src: [url], html5: true, format: ['mp3'] })
          stock.seek(seconds)
          stock.play()
        }
        return untilMoving(() => stock?._sounds[0]?._node, ours(begin), seconds)
      },
      seeks: (player, seconds) => {
        const seek = (): void => {
          if (player === 'bare') bare.currentTime = seconds
          else stock?.seek(seconds)
        }
        return untilSeeked(elementOf(player), ours(seek))
      },
      goesOn: (player) => {
        const element = elementOf(player)
        const go = (): void => {
          if (player === 'bare') void bare.play()
          else stock?.play()
        }
        return untilMoving(() => element, ours(go), element.currentTime)
      },
      rest: async () => {
        const moves = (): boolean =>
          document
            .getAnimations()
            .some(
              (each) => each.playState === 'running' && each.effect?.getComputedTiming().endTime !== Infinity,
            )
        do {
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
          await new Promise((done) => requestIdleCallback(done))
        } while (moves())
      },
      pause: (player) => {
        if (player === 'bare') bare.pause()
        else stock?.pause()
      },
    } satisfies PlayersInPage
  })
}
