import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect as expectSoon, type Locator } from '@playwright/test'
import type { Earmark } from '../../../e2e/app.ts'
import { lookInto } from '../../../e2e/archive-acts.ts'
import { type Act, type Scene, unlessKilled } from '../act.ts'
import { changesOf, layDownArchive } from '../archives.ts'
import { lookAround } from '../look-around.ts'

const expect = expectSoon.configure({ timeout: 60_000 })

/** An archive with other words for notes that were imported before, which is imported again where that was cut off. */
export const importing: Act = {
  name: 'importing',
  begin: async (scene) => {
    const { stage, ledger, moment, many, isWhole } = scene
    const folder = folderOf(scene)
    await mkdir(folder, { recursive: true })
    const edition = String(moment)
    await layDownArchive(folder, { form: 'zip', count: many, edition })
    const dialog = await lookInto(stage.earmark(), archiveOf(scene), 'Zip file')
    const section = archiveOn(stage.earmark())
    ledger.mayChange(changesOf(ledger.notes(), many, edition))
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    const imported = expect(section)
      .toContainText('The archive was imported')
      .then(() => {
        if (isWhole()) ledger.allChanged()
      })
    return { began: Promise.resolve(), ended: unlessKilled(imported) }
  },
  lookAfter: async (scene) => {
    const { stage, ledger, moment, many } = scene
    const dialog = await lookInto(stage.earmark(), archiveOf(scene), 'Zip file')
    const section = archiveOn(stage.earmark())
    const nothingNew = section.getByText('is in your library already')
    await expect(dialog.or(nothingNew).first()).toBeVisible()
    ledger.mayChange(changesOf(ledger.notes(), many, String(moment)))
    if (await dialog.isVisible()) {
      await dialog.getByRole('button', { name: 'Import', exact: true }).click()
      await expect(section).toContainText('The archive was imported')
    }
    ledger.allChanged()
    const { faults, found } = await lookAround(stage, ledger)
    ledger.accept(found)
    await rm(folderOf(scene), { recursive: true, force: true })
    return faults.map((fault) => `after the second import, ${fault}`)
  },
}

function archiveOn({ page }: Earmark): Locator {
  return page.getByRole('region', { name: 'Your archive' })
}

function archiveOf(scene: Scene): string {
  return join(folderOf(scene), 'made.zip')
}

function folderOf({ stage, moment }: Scene): string {
  return join(stage.dataDirectory, '..', `archive-${moment}`)
}
