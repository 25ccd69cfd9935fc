import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Earmark } from '../../e2e/app.ts'
import { openBareFile } from './bare-flush.ts'
import { followJournal } from './journal-growth.ts'
import { watchSaved } from './saved-watch.ts'

export type Strokes = {
  /** Milliseconds from key press to "Saved". */
  savedMs: number[]
  /** Of the same bytes each, in between. */
  bareFlushMs: number[]
  /** From the page to the main process and back, with nothing to do there. */
  emptyCallMs: number[]
}

/** From one key to the next, as people type: 60 words a minute are five keys a second. */
const [shortestPauseMs, longestPauseMs] = [80, 320]

const words =
  'What she says here of habits holds for notes as well: write them where you stand, read them where you need them, and throw away what you never came back to. '

/** Types into the open note editor, waits for "Saved" after each key, and then for as long as people do. */
export async function typeNote({ page }: Earmark, dataDirectory: string, count: number): Promise<Strokes> {
  const watch = await watchSaved(page)
  const grown = await followJournal(join(dataDirectory, 'home'))
  const bare = openBareFile(join(dataDirectory, 'bare-flush'))
  const strokes: Strokes = { savedMs: [], bareFlushMs: [], emptyCallMs: [] }
  await page.getByRole('textbox', { name: 'Note', exact: true }).focus()
  for (let index = 0; index < count; index += 1) {
    await page.keyboard.press(words[index % words.length] ?? ' ')
    strokes.savedMs.push(await watch.savedAfterMs())
    strokes.bareFlushMs.push(bare.flushMs(await grown()))
    strokes.emptyCallMs.push(await page.evaluate(emptyCallMs))
    await pause(shortestPauseMs + ((index * 61) % (longestPauseMs - shortestPauseMs)))
  }
  bare.close()
  return strokes
}

/** Runs in the page. */
async function emptyCallMs(): Promise<number> {
  const begunAtMs = performance.now()
  await earmark.call('home.append', { changes: '[]' }, crypto.randomUUID())
  return performance.now() - begunAtMs
}
