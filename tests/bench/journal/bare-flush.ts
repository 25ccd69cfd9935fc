import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'

export type BareFile = {
  /** Milliseconds that adding these bytes takes, until they are flushed. */
  flushMs: (bytes: Buffer) => number
  close: () => void
}

/** The least that saving can cost on a disk: a file that is added to and flushed, with nothing around it. */
export function openBareFile(path: string): BareFile {
  const file = openSync(path, 'a')
  return {
    flushMs: (bytes) => {
      const begunAtMs = performance.now()
      writeSync(file, bytes)
      fdatasyncSync(file)
      return performance.now() - begunAtMs
    },
    close: () => closeSync(file),
  }
}
