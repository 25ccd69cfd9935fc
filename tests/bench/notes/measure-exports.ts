import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Earmark } from '../../e2e/app.ts'
import { chooses } from '../../e2e/archive-acts.ts'
import { cpuSeconds } from '../machine/process-tree.ts'

export const measuredExports = [
  'JSON',
  'Table (CSV)',
  'Web annotations (JSON-LD)',
  'Readwise file (CSV)',
  'Markdown folder, new',
  'Markdown folder, unchanged',
] as const
type MeasuredExport = (typeof measuredExports)[number]
/** `cpuSeconds`: of all processes of the app, which other work on the machine does not change. */
type ExportTime = { seconds: number; cpuSeconds: number }
export type ExportTimes = Record<MeasuredExport, ExportTime>

const limitMs = 600_000

/** Exports all notes to each place, as a person does: from the press of the button until it says that it is done. */
export async function measureExports(earmark: Earmark, folder: string): Promise<ExportTimes> {
  const { page } = earmark
  await page.evaluate(() => (location.hash = '#/export'))
  const view = page.getByRole('region', { name: 'Export', exact: true })
  await view.waitFor()
  const file = async (format: string, name: string): Promise<ExportTime> => {
    await chooses(earmark, join(folder, name))
    return secondsUntil(earmark, ` as ${format}`, 'Written to')
  }
  const vault = join(folder, 'vault')
  await mkdir(vault, { recursive: true })
  const times = {
    JSON: await file('JSON', 'notes.json'),
    'Table (CSV)': await file('Table (CSV)', 'notes.csv'),
    'Web annotations (JSON-LD)': await file('Web annotations (JSON-LD)', 'notes.jsonld'),
    'Readwise file (CSV)': await file('Readwise file (CSV)', 'readwise.csv'),
  }
  await chooses(earmark, vault)
  return {
    ...times,
    'Markdown folder, new': await secondsUntil(earmark, 'Choose a folder and export', 'files are new'),
    'Markdown folder, unchanged': await secondsUntil(
      earmark,
      'Export ',
      'files are as they were',
      ' episodes',
    ),
  }
}

/** `ending` is that of the button's name, where its beginning is not enough. */
async function secondsUntil(
  { app, page }: Earmark,
  button: string,
  words: string,
  ending = '',
): Promise<ExportTime> {
  const pid = app.process().pid ?? 0
  const before = cpuSeconds(pid)
  const seconds = await page.evaluate(
    ({ button, words, ending, limitMs }) =>
      new Promise<number>((resolve, reject) => {
        const nameOf = (element: Element): string =>
          element.getAttribute('aria-label') ?? element.textContent ?? ''
        const pressed = [...document.querySelectorAll<HTMLElement>('button')].find((each) => {
          const name = nameOf(each)
          return name.includes(button) && name.endsWith(ending)
        })
        if (pressed === undefined) return reject(new Error(`There is no button “${button}”.`))
        const textOf = (): string => document.querySelector('section[aria-label="Export"]')?.textContent ?? ''
        const begunAtMs = performance.now()
        let hasBegun = !textOf().includes(words)
        const look = (): void => {
          // What the last one ended with goes first.
          if (!textOf().includes(words)) hasBegun = true
          else if (hasBegun) {
            observer.disconnect()
            resolve((performance.now() - begunAtMs) / 1000)
          }
        }
        const observer = new MutationObserver(look)
        observer.observe(document.body, { subtree: true, childList: true, characterData: true })
        pressed.click()
        setTimeout(() => reject(new Error(`“${words}” did not come.`)), limitMs)
      }),
    { button, words, ending, limitMs },
  )
  return { seconds, cpuSeconds: cpuSeconds(pid) - before }
}
