import { readdirSync } from 'node:fs'
import { placesIn } from '../../../../electron/journal/folder.ts'
import { writeNote } from '../../acts.ts'
import { type Act, onceSo, unlessKilled } from '../act.ts'
import { homeFolderOf } from '../home-on-disk.ts'

/** Asked for by the page, as it is before something is brought back. */
export const snapshotting: Act = {
  name: 'snapshotting',
  begin: async ({ stage, ledger, moment }) => {
    const running = stage.earmark()
    ledger.noteSaved(await writeNote(running, `Before the snapshot of moment ${moment}.`))
    const { snapshots } = placesIn(await homeFolderOf(stage.dataDirectory))
    const taken = running.page.evaluate(() => earmark.call('home.take-snapshot', null, crypto.randomUUID()))
    return { began: onceSo(() => hasUnfinished(snapshots)), ended: unlessKilled(taken) }
  },
}

function hasUnfinished(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => name.endsWith('.part'))
  } catch {
    return false
  }
}
