import type { Page, Worker } from '@playwright/test'
import { expect } from './earmark.ts'

/** The page's worker of that name, once there is one. */
export async function workerNamed(page: Page, name: string): Promise<Worker> {
  let found: Worker | undefined
  await expect(async () => {
    const names = await Promise.all(page.workers().map((worker) => worker.evaluate(() => self.name)))
    found = page.workers()[names.indexOf(name)]
    expect(names).toContain(name)
  }).toPass()
  if (found === undefined) throw new Error(`No worker is called ${name}.`)
  return found
}
