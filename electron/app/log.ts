import { join } from 'node:path'
import log from 'electron-log/main'

export type Log = {
  info: (text: string) => void
  warn: (text: string) => void
  error: (text: string, error: unknown) => void
}

/** Writes to `log/main.log` in the data folder (a megabyte, then a second file) and, while developing, to the terminal. */
export function openLog(dataDirectory: string, packaged: boolean): Log {
  log.transports.file.resolvePathFn = () => join(dataDirectory, 'log', 'main.log')
  log.transports.file.maxSize = 1024 * 1024
  log.transports.console.level = packaged ? false : 'warn'
  log.transports.ipc.level = false
  return {
    info: (text) => log.info(text),
    warn: (text) => log.warn(text),
    error: (text, error) => log.error(text, error),
  }
}
