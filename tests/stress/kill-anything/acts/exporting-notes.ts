import { readdirSync } from 'node:fs'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect as expectSoon, type Locator } from '@playwright/test'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { markedText } from '../../../../electron/exports/markdown-folder/markers.ts'
import { chooses } from '../../../e2e/archive-acts.ts'
import { type Act, onceSo, type Scene, unlessKilled } from '../act.ts'

const expect = expectSoon.configure({ timeout: 60_000 })

/** As many as there are acts, so that each form meets each victim. */
const momentsOfAForm = 10

/** Notes are written into a folder of Markdown, or into one file of JSON. */
export const exportingNotes: Act = {
  name: 'exporting notes',
  begin: async (scene) => {
    const place = placeOf(scene)
    await mkdir(place, { recursive: true })
    const target = await beginExport(scene)
    return {
      began: onceSo(() => readdirSync(place).length > 0),
      ended: unlessKilled(hasEnded(target)),
      part: () => formOf(scene),
    }
  },
  lookAtDisk: (scene) => faultsOfFiles(placeOf(scene)),
  lookAfter: async (scene) => {
    const place = placeOf(scene)
    const faults = await faultsOfFiles(place)
    // What was cut off is gone on with, and then all of it is there.
    await hasEnded(await beginExport(scene))
    faults.push(...(await faultsOfFiles(place)), ...(await lackingIn(scene)))
    await rm(place, { recursive: true, force: true, maxRetries: 5 })
    return faults
  },
}

async function beginExport(scene: Scene): Promise<Locator> {
  const earmark = scene.stage.earmark()
  const { page } = earmark
  const place = placeOf(scene)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Open Export' }).click()
  const view = page.getByRole('region', { name: 'Export', exact: true })
  if (formOf(scene) === 'file') {
    await chooses(earmark, join(place, 'notes.json'))
    await view.getByRole('button', { name: /as JSON$/ }).click()
    return view
  }
  await chooses(earmark, place)
  const target = view.getByRole('region', { name: 'Markdown folder' })
  const first = target.getByRole('button', { name: 'Choose a folder and export…' })
  const other = target.getByRole('button', { name: 'Another folder…' })
  await expect(first.or(other).first()).toBeVisible()
  if (await first.isVisible()) await first.click()
  else {
    await other.click()
    await expect(target).toContainText(place)
    await target.getByRole('button', { name: /^Export \d/ }).click()
  }
  return target
}

async function hasEnded(target: Locator): Promise<void> {
  // Seen as soon as it is drawn: an export of so many takes a blink.
  const end = target.getByText(/Written to|new\.|up to date\.|as they were\.|as it was\./).first()
  await end.waitFor({ timeout: 60_000 })
}

/** What has its final name is whole: of a file of Markdown its properties and both marks, of the other all of its JSON. */
async function faultsOfFiles(place: string): Promise<string[]> {
  const names = (await readdir(place, { recursive: true })).filter((name) => /\.(?:md|json)$/.test(name))
  const faults = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(place, name), 'utf8')
      return (name.endsWith('.json') ? isJson(text) : isWholeMarkdown(text)) ? [] : [`${name} is not whole`]
    }),
  )
  return faults.flat()
}

function isWholeMarkdown(text: string): boolean {
  const [, properties] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? []
  return (
    properties !== undefined && parseDocument(properties).errors.length === 0 && markedText(text) !== null
  )
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const notesSchema = z.object({
  episodes: z.array(z.object({ notes: z.array(z.object({ body: z.string() })) })),
})

/** A file of JSON has the notes to the letter; in Markdown they are escaped, and are counted. */
async function lackingIn(scene: Scene): Promise<string[]> {
  if (formOf(scene) === 'folder') return []
  const { episodes } = notesSchema.parse(
    JSON.parse(await readFile(join(placeOf(scene), 'notes.json'), 'utf8')),
  )
  const there = new Set(episodes.flatMap(({ notes }) => notes.map(({ body }) => body)))
  const lacking = scene.ledger.notes().filter((text) => !there.has(text))
  return lacking.length === 0 ? [] : [`the file lacks ${lacking.length} notes, such as “${lacking[0]}”`]
}

function placeOf({ stage, moment }: Scene): string {
  return join(stage.dataDirectory, '..', `notes-${moment}`)
}

function formOf({ moment }: Scene): 'folder' | 'file' {
  return Math.floor(moment / momentsOfAForm) % 2 === 0 ? 'folder' : 'file'
}
