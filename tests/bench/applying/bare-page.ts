import { join } from 'node:path'
import { _electron, type Page } from '@playwright/test'
import { findElectron } from '../../e2e/app.ts'

/** A real window with one page in it, and nothing of the app. */
export async function inBarePage<Value>(
  address: string,
  profile: string,
  use: (page: Page) => Promise<Value>,
): Promise<Value> {
  const asRoot = process.getuid?.() === 0
  const app = await _electron.launch({
    executablePath: findElectron(),
    args: [
      ...(asRoot ? ['--no-sandbox'] : []),
      `--user-data-dir=${profile}`,
      join(import.meta.dirname, 'electron-main.mjs'),
      address,
    ],
  })
  try {
    return await use(await app.firstWindow())
  } finally {
    await app.close()
  }
}
