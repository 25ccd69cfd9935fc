import type { Page } from '@playwright/test'

export type Gap = { atMs: number; milliseconds: number }

/**
 * Records how long the page's event loop leaves a timer waiting that is due every 4 ms, the shortest that Chromium
 * grants; a ticker without a pause would take a core from what it measures. A gap is the whole time between two ticks,
 * so a task of 12 ms counts as 12 to 16.
 */
export async function watchEventLoop(
  page: Page,
): Promise<{ nowMs: () => Promise<number>; stop: () => Promise<Gap[]> }> {
  const ticker = await page.evaluateHandle(() => {
    const gaps: { atMs: number; milliseconds: number }[] = []
    const startMs = performance.now()
    let lastMs = startMs
    let running = true
    function tick(): void {
      const nowMs = performance.now()
      gaps.push({ atMs: lastMs - startMs, milliseconds: nowMs - lastMs })
      lastMs = nowMs
      if (running) setTimeout(tick, 4)
    }
    setTimeout(tick, 4)
    return {
      nowMs: () => performance.now() - startMs,
      stop: () => {
        running = false
        return gaps
      },
    }
  })
  return {
    /** On the clock of the gaps. */
    nowMs: () => ticker.evaluate(({ nowMs }) => nowMs()),
    stop: () => ticker.evaluate(({ stop }) => stop()),
  }
}
