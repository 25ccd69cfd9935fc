import type { Page } from '@playwright/test'
import { watchPageTime } from '../app/page-time.ts'

/** Milliseconds between one frame and the next, while a list is scrolled from its top to its end. */
export type ScrollFrames = {
  list: number[]
  /** One of the same height in the same place with nothing in it. */
  empty: number[]
  /** Of the frames of a scroll that is not timed: the share in which there was a row wherever one belongs. */
  shareWithRows: number
  /** For how long the page's thread had a core, for each frame. */
  ownTime: { list: number; empty: number }
}

/** Ten seconds of a display of 60 Hz, however long the list is. */
const framesPerScroll = 600

export async function measureScroll(page: Page, rounds: number): Promise<ScrollFrames> {
  const frames: Record<Scroll['what'], number[]> = { list: [], empty: [] }
  const ownTime = { list: 0, empty: 0 }
  const time = await watchPageTime(page)
  await page.locator('ul[aria-label="Episodes"] li').first().waitFor()
  for (let round = 0; round < rounds; round += 1) {
    for (const what of ['empty', 'list'] as const) {
      const before = await time.now()
      frames[what].push(...(await page.evaluate(scrollThrough, { what, frames: framesPerScroll })))
      ownTime[what] += ((await time.now()) - before) / (rounds * framesPerScroll)
    }
  }
  await time.stop()
  return { ...frames, ownTime, shareWithRows: await page.evaluate(lookWhileScrolling, framesPerScroll) }
}

type Scroll = { what: 'list' | 'empty'; frames: number }

/** Runs in the page. */
async function scrollThrough({ what, frames }: Scroll): Promise<number[]> {
  const list = document.querySelector<HTMLElement>('ul[aria-label="Episodes"]')
  const scroller = list?.parentElement
  if (list === null || !(scroller instanceof HTMLElement)) throw new Error('There is no list.')

  /** Lies over the list, which stands still meanwhile. */
  function emptyOver(covered: HTMLElement): HTMLElement {
    const { left, top, width, height } = covered.getBoundingClientRect()
    const over = document.createElement('div')
    over.className = covered.className
    over.style.cssText = `position: fixed; z-index: 9999; left: ${left}px; top: ${top}px; width: ${width}px; height: ${height}px; overflow-y: auto; background: canvas`
    const inner = document.createElement('div')
    inner.style.height = `${covered.scrollHeight}px`
    over.append(inner)
    document.body.append(over)
    return over
  }

  const scrolled = what === 'list' ? scroller : emptyOver(scroller)
  /** The instant a frame began. Resolves after it, as a wheel comes: what is scrolled within one is painted before the page is told. */
  const frame = () =>
    new Promise<number>((resolve) => requestAnimationFrame((ms) => setTimeout(() => resolve(ms))))
  const far = scrolled.scrollHeight - scrolled.clientHeight
  scrolled.scrollTop = 0
  const lengths: number[] = []
  // The first shows the top.
  await frame()
  let lastMs = await frame()
  for (let at = 1; at <= frames; at += 1) {
    scrolled.scrollTop = (far * at) / frames
    const nowMs = await frame()
    lengths.push(nowMs - lastMs)
    lastMs = nowMs
  }
  if (what === 'empty') scrolled.remove()
  else scrolled.scrollTop = 0
  return lengths
}

/** Runs in the page: scrolls the list likewise, and looks after each frame whether it shows rows from top to bottom. */
async function lookWhileScrolling(frames: number): Promise<number> {
  const scroller = document.querySelector('ul[aria-label="Episodes"]')?.parentElement
  if (!scroller) throw new Error('There is no list.')
  const { left, top, width, height } = scroller.getBoundingClientRect()
  const far = scroller.scrollHeight - scroller.clientHeight
  const isRowAt = (share: number): boolean =>
    document.elementFromPoint(left + width / 2, top + height * share)?.closest('li') != null
  let shown = 0
  for (let at = 0; at < frames; at += 1) {
    scroller.scrollTop = (far * at) / frames
    await new Promise(requestAnimationFrame)
    await new Promise((resolve) => setTimeout(resolve))
    const inner = Math.min(1, scroller.scrollHeight / scroller.clientHeight)
    if ([0.1, 0.5, 0.9].every((share) => isRowAt(share * inner))) shown += 1
  }
  scroller.scrollTop = 0
  return shown / frames
}
