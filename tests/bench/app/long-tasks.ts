import type { Page } from '@playwright/test'

export type LongTask = { atMs: number; milliseconds: number }

/** Records what holds up the page for 50 ms or longer at a stretch, as the engine itself tells it. */
export async function watchLongTasks(page: Page): Promise<{ stop: () => Promise<LongTask[]> }> {
  const watch = await page.evaluateHandle(() => {
    const startMs = performance.now()
    const tasks: { atMs: number; milliseconds: number }[] = []
    const take = (entries: PerformanceEntryList): void => {
      for (const { startTime, duration } of entries) {
        tasks.push({ atMs: startTime - startMs, milliseconds: duration })
      }
    }
    const observer = new PerformanceObserver((list) => take(list.getEntries()))
    observer.observe({ type: 'longtask' })
    return {
      stop: () => {
        take(observer.takeRecords())
        observer.disconnect()
        return tasks
      },
    }
  })
  return { stop: () => watch.evaluate(({ stop }) => stop()) }
}
