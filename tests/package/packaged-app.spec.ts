import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { readAudioClock } from '../e2e/app.ts'
import { startPackaged } from './packaged-app.ts'

test('the packed app starts and plays a sample episode', async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'earmark-packaged-'))
  const { page, stop } = await startPackaged(dataDirectory)
  try {
    const episodes = page.getByRole('list', { name: 'Episodes' }).getByRole('listitem')
    await expect(episodes).toHaveCount(3)

    await episodes.filter({ hasText: 'Finding your way' }).click()
    await page.getByRole('button', { name: 'Play episode' }).click()

    const player = page.getByRole('region', { name: 'Player' })
    await expect(player.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
    await expect.poll(() => page.evaluate(readAudioClock)).toBeGreaterThan(0.5)
    const before = (await page.evaluate(readAudioClock)) ?? 0
    await expect.poll(() => page.evaluate(readAudioClock)).toBeGreaterThan(before + 1)
  } finally {
    await stop()
    await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 })
  }
})
