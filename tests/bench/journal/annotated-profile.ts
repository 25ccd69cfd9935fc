import { expect } from '@playwright/test'
import { openSecondHome } from '../../../electron/journal/second-home.ts'
import { systemTimers } from '../../../electron/net/timers.ts'
import { silentLog } from '../../electron/silent-log.ts'
import type { StandIn } from '../../server/stand-in.ts'
import { startEarmark } from '../../stress/acts.ts'
import { untilQuiet } from '../machine/until-quiet.ts'
import { madeNotes } from './made-notes.ts'

const changesAtOnce = 500
const broughtBackLimitMs = 300_000

/** A data folder with so many notes, in the database and in the second home alike, as a quit leaves it. */
export async function annotateProfile(dataDirectory: string, standIn: StandIn, count: number): Promise<void> {
  await fillHome(dataDirectory, count)
  const earmark = await startEarmark(dataDirectory, standIn)
  const { page } = earmark
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Notes' }).click()
  await expect(page.getByRole('region', { name: 'All notes' })).toContainText(count.toLocaleString('en'), {
    timeout: broughtBackLimitMs,
  })
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click()
  await untilQuiet(earmark.app.process().pid ?? 0)
  await earmark.quit()
}

async function fillHome(dataDirectory: string, count: number): Promise<void> {
  const home = await openSecondHome({ dataDirectory, timers: systemTimers, log: silentLog })
  const notes = madeNotes(count, Date.now())
  for (let at = 0; at < notes.length; at += changesAtOnce) {
    const appended = await home.append(notes.slice(at, at + changesAtOnce))
    if (!appended.ok) throw new Error(appended.problem.message)
  }
  await home.close({ withSnapshot: true })
}
