import { join } from 'node:path'

export type Log = {
  info: (text: string) => void
  warn: (text: string) => void
  error: (text: string, error: unknown) => void
}

export type OpenedLog = Log & {
  /** Resolves once what was said so far is in the file. */
  written: () => Promise<void>
}

/**
 * Writes to `log/main.log` in the data folder (a megabyte, then a second file) and, while developing, to the terminal. What
 * writes it is read in with the first line: most starts have none.
 */
export function openLog(dataDirectory: string, packaged: boolean): OpenedLog {
  type Writer = typeof import('electron-log/main')['default']
  let opened: Promise<Writer> | null = null

  async function open(): Promise<Writer> {
    const { default: writer } = await import('electron-log/main')
    writer.transports.file.resolvePathFn = () => join(dataDirectory, 'log', 'main.log')
    writer.transports.file.maxSize = 1024 * 1024
    writer.transports.console.level = packaged ? false : 'warn'
    writer.transports.ipc.level = false
    return writer
  }

  /** Lines stay in order, as each waits for the same. */
  function write(line: (writer: Writer) => void): void {
    opened ??= open()
    void opened.then(line).catch(() => undefined)
  }

  return {
    info: (text) => write((writer) => writer.info(text)),
    warn: (text) => write((writer) => writer.warn(text)),
    error: (text, error) => write((writer) => writer.error(text, error)),
    written: async () => void (await opened?.catch(() => undefined)),
  }
}
