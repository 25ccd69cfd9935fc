import { readdirSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect as expectSoon } from '@playwright/test'
import { archiveSection, chooses } from '../../../e2e/archive-acts.ts'
import { type Act, onceSo, type Scene, unlessKilled } from '../act.ts'
import { notesInArchive } from '../archives.ts'

/** As many as there are acts, so that each form meets each victim. */
const momentsOfAForm = 8
const expect = expectSoon.configure({ timeout: 60_000 })

/** Everything is written to a folder or a zip file. */
export const exporting: Act = {
  name: 'exporting',
  begin: async (scene) => {
    const place = placeOf(scene)
    await mkdir(place, { recursive: true })
    const earmark = scene.stage.earmark()
    const form = formOf(scene)
    const section = await archiveSection(earmark)
    await chooses(earmark, form === 'folder' ? place : join(place, 'made.zip'))
    await section.getByText(form === 'folder' ? 'Folder' : 'Zip file', { exact: true }).click()
    await section.getByRole('button', { name: 'Export…' }).click()
    return {
      began: onceSo(() => readdirSync(place).length > 0),
      ended: unlessKilled(expect(section).toContainText('files were written to')),
      part: () => formOf(scene),
    }
  },
  lookAtDisk: faultsOfArchives,
  lookAfter: async (scene) => {
    const place = placeOf(scene)
    await expect
      .poll(() => unfinishedIn(place))
      .toEqual([])
      .catch(() => {})
    const faults = (await unfinishedIn(place)).map((name) => `${name} is left of an archive`)
    faults.push(...(await faultsOfArchives(scene)))
    await rm(place, { recursive: true, force: true })
    return faults
  },
}

async function faultsOfArchives(scene: Scene): Promise<string[]> {
  const place = placeOf(scene)
  const names = (await readdir(place)).filter((name) => !name.endsWith('.part'))
  const faults = await Promise.all(names.map((name) => faultsOf(scene, join(place, name))))
  return [...(names.length > 1 ? [`more than one archive: ${names.join(', ')}`] : []), ...faults.flat()]
}

/** What has its final name holds every note there was. */
async function faultsOf(scene: Scene, path: string): Promise<string[]> {
  const notes = await notesInArchive(path)
  if (typeof notes === 'string') return [`${path} is no whole archive: ${notes}`]
  const archived = new Set(notes)
  const lacking = scene.ledger.notes().filter((text) => !archived.has(text))
  return lacking.length === 0 ? [] : [`${path} lacks ${lacking.length} notes, such as “${lacking[0]}”`]
}

async function unfinishedIn(place: string): Promise<string[]> {
  return (await readdir(place)).filter((name) => name.endsWith('.part'))
}

function placeOf({ stage, moment }: Scene): string {
  return join(stage.dataDirectory, '..', `exported-${moment}`)
}

function formOf({ moment }: Scene): 'folder' | 'zip' {
  return Math.floor(moment / momentsOfAForm) % 2 === 0 ? 'folder' : 'zip'
}
