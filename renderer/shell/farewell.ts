import { call, listen } from '../bridge.ts'
import { whenSaved } from '../home/saving.ts'
import { flushListPlaces } from '../library/list-places.ts'
import { flushNotes } from '../notes/editor-actions.ts'
import { flushPosition } from '../player/actions.ts'

/** Before the window closes, writes what is still held: where the person is, and what they were writing. */
export function startFarewell(): () => void {
  return listen('app.closing', () => void sayFarewell())
}

/** What is not flushed by then is kept in the database, and sent at the next start. */
const longestSavingMs = 1000

async function sayFarewell(): Promise<void> {
  // One that fails must not keep the other, or the window, waiting.
  await Promise.allSettled([flushPosition(), flushNotes(), flushListPlaces()])
  await whenSaved(longestSavingMs)
  await call('app.ready-to-close', null)
}
