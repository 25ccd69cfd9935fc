import type { EventEmitter } from 'node:events'
import type { Log } from './log.ts'

/** How the log tells a fault of ours that nothing foresaw; a test run that finds one has failed. */
export const faultMark = 'Nobody foresaw this:'

/**
 * A fault is written down, and the app goes on. Left to itself, Electron shows the stack in a dialog for each error that
 * nobody caught: the person can do nothing with it, and an app that is about to end waits behind it for ever.
 */
export function logFaults(process: Pick<EventEmitter, 'on'>, log: Log): void {
  process.on('uncaughtException', (error) => log.error(faultMark, error))
  process.on('unhandledRejection', (error) => log.error(faultMark, error))
}
