import { execFileSync } from 'node:child_process'
import { test } from '@playwright/test'

// As `npm run package:dir` does it; the other tests meet what it leaves in dist/.
test('the app is packed with the Electron at hand', () => {
  test.setTimeout(180_000)
  execFileSync(process.execPath, ['build/package.mjs', '--dir'], { encoding: 'utf8', stdio: 'pipe' })
})
