import { writeNote } from '../../acts.ts'
import { type Act, unlessKilled } from '../act.ts'

/** The window is closed: the page says farewell, then a snapshot is taken. */
export const quitting: Act = {
  name: 'quitting',
  endsApp: true,
  begin: async ({ stage, ledger, moment }) => {
    ledger.noteSaved(await writeNote(stage.earmark(), `Before the end in moment ${moment}.`))
    return { began: Promise.resolve(), ended: unlessKilled(stage.quit()) }
  },
}
