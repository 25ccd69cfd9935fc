import type { App } from 'electron'
import { allWritten } from '../files/json-file.ts'
import { pause, systemTimers } from '../net/timers.ts'

/** A disk that takes nothing must not keep the app from ending. */
const longestFarewellMs = 2000

/** On its way out the app stops what runs, and ends once that has stopped and what was given to be written is on the disk. */
export function endOnceWritten(app: Pick<App, 'on' | 'exit'>, stopAll: () => Promise<unknown>): void {
  app.on('will-quit', (event) => {
    event.preventDefault()
    const stopped = stopAll()
      .catch(() => undefined)
      .then(allWritten)
    void Promise.race([stopped, pause(systemTimers, longestFarewellMs)]).then(() => app.exit())
  })
}
