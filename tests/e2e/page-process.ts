import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type ElectronApplication, expect, type Page } from '@playwright/test'

/** A page that was killed is there again after one to four seconds. */
const comesBackMs = 20_000

/** The process that the window's page runs in; `null` while there is no window. */
export async function pageProcess(app: ElectronApplication): Promise<number | null> {
  return app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? null,
  )
}

/** As `kill -9` does. Whether there was a process to end. */
export function killProcess(processId: number | null | undefined): boolean {
  return signal(processId, 'SIGKILL')
}

export function isThere(processId: number | null | undefined): boolean {
  return signal(processId, 0)
}

function signal(processId: number | null | undefined, what: 'SIGKILL' | 0): boolean {
  if (typeof processId !== 'number' || processId <= 0) return false
  try {
    process.kill(processId, what)
    return true
  } catch {
    return false
  }
}

/**
 * The page that the app brings back by itself after the process of the one before was killed. The driver takes a page that
 * was killed for lost for ever, and meets the new one over another connection.
 */
export async function pageBroughtBack(
  app: ElectronApplication,
  { dataDirectory, killed }: { dataDirectory: string; killed: number },
): Promise<Page> {
  await expect
    .poll(async () => (await pageProcess(app)) !== killed && (await isLoaded(app)), {
      timeout: comesBackMs,
      intervals: [20],
    })
    .toBe(true)
  const port = (await readFile(join(dataDirectory, 'chromium', 'DevToolsActivePort'), 'utf8')).split('\n')[0]
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const [page] = browser.contexts().flatMap((context) => context.pages())
  if (page === undefined) throw new Error('The app has no page.')
  return page
}

function isLoaded(app: ElectronApplication): Promise<boolean> {
  return app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return contents !== undefined && !contents.isCrashed() && !contents.isLoadingMainFrame()
  })
}
