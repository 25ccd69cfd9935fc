import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startPackaged } from './packaged-app.ts'

test('a snapshot is taken by the thread as it is packed', async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'earmark-packaged-'))
  const { page, stop } = await startPackaged(dataDirectory)
  try {
    await expect(page.getByRole('list', { name: 'Episodes' }).getByRole('listitem')).toHaveCount(3)
    const taken = await page.evaluate(async () => {
      await earmark.call('settings.change', { theme: 'dark' }, crypto.randomUUID())
      return earmark.call('home.take-snapshot', null, crypto.randomUUID())
    })
    expect(taken).toEqual({ ok: true, value: null })
    expect(await readdir(join(dataDirectory, 'data', 'home', 'snapshots'))).toHaveLength(1)
  } finally {
    await stop()
    await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 })
  }
})
