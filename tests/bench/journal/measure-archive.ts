import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { Earmark } from '../../e2e/app.ts'
import { archiveSection, chooses, type FormName } from '../../e2e/archive-acts.ts'
import type { StandIn } from '../../server/stand-in.ts'
import { startEarmark } from '../../stress/acts.ts'
import { untilQuiet } from '../machine/until-quiet.ts'

export type ArchiveTime = {
  exportSeconds: number
  /** Reading it through, comparing it with an empty library, and taking it in; not the time to decide. */
  importSeconds: number
}

type ArchivePlan = {
  /** With many notes. */
  dataDirectory: string
  /** Not there yet. */
  emptyDirectory: string
  /** For the archive. */
  place: string
  form: FormName
  standIn: StandIn
}

/** Takes everything out of one library and into another, as a person does. */
export async function measureArchive(plan: ArchivePlan): Promise<ArchiveTime> {
  const { dataDirectory, emptyDirectory, place, form, standIn } = plan
  await mkdir(place, { recursive: true })
  const full = await startEarmark(dataDirectory, standIn)
  const exportSeconds = await timed(full, () =>
    exportTo(full, form === 'Folder' ? place : join(place, 'all.zip'), form),
  )
  const [name = ''] = await readdir(place)
  const empty = await startEarmark(emptyDirectory, standIn)
  const importSeconds = await timed(empty, () => importFrom(empty, join(place, name), form))
  return { exportSeconds, importSeconds }
}

async function timed(earmark: Earmark, act: () => Promise<number>): Promise<number> {
  try {
    await untilQuiet(earmark.app.process().pid ?? 0)
    return await act()
  } finally {
    await earmark.quit()
  }
}

async function exportTo(earmark: Earmark, place: string, form: FormName): Promise<number> {
  const section = await chosenForm(earmark, place, form)
  return secondsFrom(section, 'Export…', 'files were written to')
}

async function importFrom(earmark: Earmark, place: string, form: FormName): Promise<number> {
  await chosenForm(earmark, place, form)
  const body = earmark.page.locator('body')
  const looking = await secondsFrom(body, 'Import…', 'all of it is whole')
  return looking + (await secondsFrom(body, 'Import', 'The archive was imported'))
}

async function chosenForm(earmark: Earmark, place: string, form: FormName): Promise<Locator> {
  const section = await archiveSection(earmark)
  await chooses(earmark, place)
  await section.getByText(form, { exact: true }).click()
  return section
}

const limitMs = 300_000

/** From a press of a button, until these words stand there; seen from inside the page. */
function secondsFrom(within: Locator, button: string, words: string): Promise<number> {
  return within.evaluate(
    (element, { name, awaited, limitMs }) =>
      new Promise<number>((resolve, reject) => {
        const buttons = [...element.querySelectorAll('button')]
        const pressed = buttons.findLast(({ textContent }) => textContent === name)
        if (pressed === undefined) return reject(new Error(`There is no button “${name}”.`))
        const begunAtMs = performance.now()
        const observer = new MutationObserver(() => {
          if (element.textContent?.includes(awaited) !== true) return
          observer.disconnect()
          resolve((performance.now() - begunAtMs) / 1000)
        })
        observer.observe(element, { subtree: true, childList: true, characterData: true })
        pressed.click()
        setTimeout(() => reject(new Error(`“${awaited}” did not come.`)), limitMs)
      }),
    { name: button, awaited: words, limitMs },
  )
}
