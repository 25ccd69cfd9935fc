import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'

export type SyncWatch = {
  /** Epoch milliseconds at which the sync that runs, or runs next, had written its last page. */
  ended: () => Promise<number>
}

/** Between two podcasts nothing may seem to be under way for a moment. */
const surelyEndedMs = 400
const limitMs = 30 * 60_000

/** Sees by the bars beside the podcasts whether anything is being synced, without asking the page all the time. */
export async function watchSync(page: Page): Promise<SyncWatch> {
  const watch = await page.evaluateHandle(() => {
    const seen = { begun: false, idleSinceMs: Date.now() }
    let wasBusy = false
    function look(): void {
      const busy = document.querySelector('nav [role="progressbar"]') !== null
      if (busy) seen.begun = true
      if (wasBusy && !busy) seen.idleSinceMs = Date.now()
      wasBusy = busy
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true })
    return {
      forget: () => {
        seen.begun = false
      },
      endedAtMs: () => (seen.begun && !wasBusy ? seen.idleSinceMs : null),
    }
  })
  async function ended(): Promise<number> {
    const giveUpAtMs = Date.now() + limitMs
    while (Date.now() < giveUpAtMs) {
      const endedAtMs = await watch.evaluate(({ endedAtMs }) => endedAtMs())
      if (endedAtMs !== null && Date.now() - endedAtMs >= surelyEndedMs) {
        await watch.evaluate(({ forget }) => forget())
        return endedAtMs
      }
      await pause(100)
    }
    throw new Error('No sync began, or it did not end.')
  }
  return { ended }
}
