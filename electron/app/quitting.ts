import type { App } from 'electron'
import { allWritten } from '../files/json-file.ts'
import { pause, systemTimers } from '../net/timers.ts'

/** A disk that takes nothing must not keep the app from ending. */
const longestFarewellMs = 2000

/** On its way out the app stops what runs, and ends once what was given to be written is on the disk. */
export function endOnceWritten(app: Pick<App, 'on' | 'exit'>, stopAll: () => void): void {
  app.on('will-quit', (event) => {
    event.preventDefault()
    stopAll()
    void Promise.race([allWritten(), pause(systemTimers, longestFarewellMs)]).then(() => app.exit())
  })
}
