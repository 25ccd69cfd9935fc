import type { Page } from '@playwright/test'

export type PageTime = {
  /** Milliseconds for which the page's main thread had a core, so far; what the machine did for others meanwhile is not in it. */
  now: () => Promise<number>
  stop: () => Promise<void>
}

export async function watchPageTime(page: Page): Promise<PageTime> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return {
    now: async () => {
      const { metrics } = await session.send('Performance.getMetrics')
      return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
    },
    stop: () => session.detach(),
  }
}
