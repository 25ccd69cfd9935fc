import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect as expectSoon, type Locator } from '@playwright/test'
import { type Act, onceSo, type Scene, unlessKilled } from '../act.ts'
import { homeFolderOf, tornInCopy } from '../home-on-disk.ts'

const expect = expectSoon.configure({ timeout: 30_000 })

/** The second home goes to another folder, and, where that was cut off, is sent there again. */
export const moving: Act = {
  name: 'moving',
  begin: async (scene) => {
    const target = targetOf(scene)
    await mkdir(target, { recursive: true })
    const home = await beginMove(scene, target)
    return {
      began: onceSo(() => isUnfinished(target)),
      ended: unlessKilled(expect(home.getByRole('status')).toContainText('now in')),
    }
  },
  lookAtDisk: (scene) => tornInCopy(targetOf(scene)),
  lookAfter: async (scene) => {
    const { dataDirectory } = scene.stage
    const target = targetOf(scene)
    if (await isLeft(target)) return [`${target} still holds an unfinished copy`]
    if ((await homeFolderOf(dataDirectory)) !== target) {
      const home = await beginMove(scene, target)
      await expect(home.getByRole('status')).toContainText('now in')
      if ((await homeFolderOf(dataDirectory)) !== target) return ['the second move led elsewhere']
    }
    await removeOthers(scene, target)
    return []
  },
}

function isUnfinished(target: string): boolean {
  return existsSync(join(target, 'unfinished-copy'))
}

/** What was cut off is taken away by the next start, soon after it. */
async function isLeft(target: string): Promise<boolean> {
  await onceSo(() => !isUnfinished(target))
  return isUnfinished(target)
}

function targetOf({ stage, moment }: Scene): string {
  return join(stage.dataDirectory, 'elsewhere', String(moment))
}

async function beginMove({ stage }: Scene, target: string): Promise<Locator> {
  const { app, page } = stage.earmark()
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, target)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
  const home = page.getByRole('region', { name: 'Second home' })
  await home.getByRole('button', { name: 'Move…' }).click()
  return home
}

/** Homes from before a move stay; here they would only fill the disk. */
async function removeOthers({ stage }: Scene, target: string): Promise<void> {
  await rm(join(stage.dataDirectory, 'home'), { recursive: true, force: true })
  const elsewhere = join(stage.dataDirectory, 'elsewhere')
  for (const name of await readdir(elsewhere)) {
    const folder = join(elsewhere, name)
    if (folder !== target) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
