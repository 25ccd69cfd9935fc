import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect as expectSoon, type Locator } from '@playwright/test'
import { csvLine } from '../../../../shared/formats/csv.ts'
import { type Act, type Scene, unlessKilled } from '../act.ts'
import type { Change } from '../ledger.ts'
import { lookAround } from '../look-around.ts'

const expect = expectSoon.configure({ timeout: 60_000 })

/** A table of Readwise's with more to say of notes that were imported before, which is imported again where that was cut off. */
export const importingNotes: Act = {
  name: 'importing notes',
  begin: async (scene) => {
    const { ledger, isWhole } = scene
    await mkdir(folderOf(scene), { recursive: true })
    await writeFile(tableOf(scene), textOf(scene))
    const place = await chooseTable(scene)
    const dialog = place.page().getByRole('dialog', { name: /^Import / })
    await expect(dialog).toBeVisible()
    ledger.mayChange(changesOf(scene))
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    const imported = expect(place)
      .toContainText('Imported: ')
      .then(() => {
        if (isWhole()) ledger.allChanged()
      })
    return { began: Promise.resolve(), ended: unlessKilled(imported) }
  },
  lookAfter: async (scene) => {
    const { stage, ledger } = scene
    const place = await chooseTable(scene)
    const dialog = place.page().getByRole('dialog', { name: /^Import / })
    await expect(dialog.or(place.getByText('are here already')).first()).toBeVisible()
    ledger.mayChange(changesOf(scene))
    if (await dialog.isVisible()) {
      await dialog.getByRole('button', { name: 'Import', exact: true }).click()
      await expect(place).toContainText('Imported: ')
    }
    ledger.allChanged()
    const { faults, found } = await lookAround(stage, ledger)
    ledger.accept(found)
    await rm(folderOf(scene), { recursive: true, force: true })
    return faults.map((fault) => `after the second import, ${fault}`)
  },
}

async function chooseTable(scene: Scene): Promise<Locator> {
  const { page } = scene.stage.earmark()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Open Import' }).click()
  const place = page.getByRole('region', { name: 'Import', exact: true })
  await place.locator('input[type=file]').first().setInputFiles(tableOf(scene))
  return place
}

/** A rehearsal comes before all moments, and has a number below theirs. */
const rehearsals = 40

/** Of an edition that is later, the note is longer, by which the app knows that it is. */
function bodyOf(index: number, moment: number): string {
  return `Edition ${'+'.repeat(moment + rehearsals)}, ${index}.`
}

function textOf({ many, moment }: Scene): string {
  const rows = Array.from({ length: many }, (_, index) =>
    csvLine([
      `Taken over, ${index}.`,
      `Episode ${index % 40}`,
      'Long ago',
      bodyOf(index, moment),
      index,
      '2026-02-03 10:00:00',
    ]),
  )
  return csvLine(['Highlight', 'Title', 'Author', 'Note', 'Location', 'Date']) + rows.join('')
}

function changesOf({ ledger, many, moment }: Scene): Change[] {
  const known = new Map(
    ledger.notes().flatMap((text) => {
      const [, index] = /^> Taken over, (\d+)\.\n/.exec(text) ?? []
      return index === undefined ? [] : [[Number(index), text] as const]
    }),
  )
  return Array.from({ length: many }, (_, index) => ({
    before: known.get(index) ?? null,
    after: `> Taken over, ${index}.\n\n${bodyOf(index, moment)}`,
  })).filter(({ before, after }) => before !== after)
}

function tableOf(scene: Scene): string {
  return join(folderOf(scene), 'readwise.csv')
}

function folderOf({ stage, moment }: Scene): string {
  return join(stage.dataDirectory, '..', `table-${moment}`)
}
