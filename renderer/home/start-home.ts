import type { AppFacts } from '../../shared/ipc/contract.ts'
import { unpack } from '../../shared/packed.ts'
import { success } from '../../shared/result.ts'
import { call, listen } from '../bridge.ts'
import { followAgain } from '../db/follow-again.ts'
import { onceFewAreWritten } from '../db/many-writes.ts'
import { reportFault } from '../shell/faults.ts'
import { notify } from '../shell/notice.ts'
import { syncPodcast } from '../sync/sync-podcast.ts'
import type { BroughtUp, ReadHome } from './bring-up.ts'
import { type Before, broughtUpText } from './brought-up-words.ts'
import { createInStep } from './in-step.ts'
import { repairedText } from './repaired-words.ts'
import { saveNow, startSaving } from './saving.ts'
import { bringUpBeside } from './worker/bring-up-beside.ts'

/** Not while the app starts. */
const firstComparisonAfterMs = 10_000
const comparisonEveryMs = 24 * 60 * 60_000
/** After one that could not be done. */
const comparisonAgainMs = 10 * 60_000

/**
 * From here on the second home is sent what the person makes, and the database is kept in step with it. Resolves when all
 * that is known to be missing is there, or cannot be had for now; `lacking` is told when there is something.
 */
export function startHome(
  { home, databaseRepair }: Pick<AppFacts, 'home' | 'databaseRepair'>,
  lacking: () => void,
): Promise<void> {
  if (databaseRepair !== null) notify({ text: repairedText(databaseRepair) })
  const inStep = createInStep({ read: readHome, beside: bringUpBeside, lacking, broughtUp, reportFault })
  startSaving({
    append: (changes) => call('home.append', { changes: JSON.stringify(changes) }),
    markAfter: inStep.markAfter,
    gaveUp: inStep.fallBehind,
    reportFault,
  })
  listen('home.changed', ({ homeId, lastNumber, trouble }) => {
    void inStep.meet({ homeId, lastNumber })
    if (trouble === null) saveNow()
  })
  async function compareNowAndThen(): Promise<void> {
    // What is on its way is no difference, and each would keep the other.
    await onceFewAreWritten()
    const isDone = await inStep.compare()
    setTimeout(compareNowAndThen, isDone ? comparisonEveryMs : comparisonAgainMs)
  }
  setTimeout(compareNowAndThen, firstComparisonAfterMs)
  return inStep.meet(home)
}

const readHome: ReadHome = async (after, cursor) => {
  const page = await call('home.read', { after, cursor })
  return page.ok ? success(unpack(page.value)) : page
}

async function broughtUp(brought: BroughtUp, before: Before): Promise<void> {
  const { missing, older, deleted } = brought
  if (missing.has('podcasts') || older.has('podcasts') || deleted > 0) {
    // Episodes have no second home but the service.
    for (const slug of await followAgain()) void syncPodcast(slug, 'due')
  }
  const text = broughtUpText(brought, before)
  if (text !== null) notify({ text })
}
