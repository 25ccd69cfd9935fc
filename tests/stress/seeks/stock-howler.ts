import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

/** Howler as it comes from npm, beside the app's, of which it takes no name away; the page finds it as `stockHowler`. */
export async function loadStockHowler(page: Page): Promise<void> {
  const source = await readFile(
    createRequire(import.meta.url).resolve('howler/dist/howler.core.min.js'),
    'utf8',
  )
  await page.evaluate(`{
    const exports = {}
    const global = {}
    ;(() => { ${source} })()
    globalThis.stockHowler = exports
    void 0
  }`)
}
