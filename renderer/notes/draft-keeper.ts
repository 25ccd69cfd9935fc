import type { DraftRow } from '../db/rows.ts'

type DraftStore = {
  keep: (row: DraftRow) => Promise<unknown>
  drop: (key: string) => Promise<unknown>
}

export type DraftKeeper = {
  /** Keeps this text soon; the newest of a key wins. Blank text is no draft and drops it. */
  put: (row: DraftRow) => void
  /** Drops a draft for good, with what was still to be written of it. */
  drop: (key: string) => Promise<void>
  /** Settles when everything put so far is written. */
  flush: () => Promise<void>
}

type DraftListener = {
  /** This text is on disk. */
  onKept: (row: DraftRow) => void
  /** A write that nobody waited for failed. */
  onFailure: () => void
}

/** Writes drafts a moment after the last key stroke, one write at a time, in order. */
export function createDraftKeeper(
  store: DraftStore,
  delayMs: number,
  { onKept, onFailure }: DraftListener,
): DraftKeeper {
  const waiting = new Map<string, DraftRow>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: Promise<void> = Promise.resolve()

  function inOrder(write: () => Promise<unknown>): Promise<void> {
    const written = last.then(async () => {
      await write()
    })
    // One write that fails must not hold up the next.
    last = written.catch(() => {})
    return written
  }

  async function write(row: DraftRow): Promise<void> {
    if (row.text.trim() === '') {
      await store.drop(row.key)
      return
    }
    await store.keep(row)
    onKept(row)
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    const rows = [...waiting.values()]
    waiting.clear()
    const writes = rows.map((row) => inOrder(() => write(row)))
    await Promise.all([...writes, last])
  }

  return {
    put(row) {
      waiting.set(row.key, row)
      clearTimeout(timer)
      timer = setTimeout(() => void flush().catch(onFailure), delayMs)
    },
    drop(key) {
      waiting.delete(key)
      return inOrder(() => store.drop(key))
    },
    flush,
  }
}
