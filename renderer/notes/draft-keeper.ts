import type { DraftRow } from '../db/rows.ts'

type DraftStore = {
  keep: (row: DraftRow) => Promise<unknown>
  drop: (key: string) => Promise<unknown>
}

export type DraftKeeper = {
  /** Keeps this text; the newest of a key wins. Blank text is no draft and drops it. */
  put: (row: DraftRow) => void
  /** Drops a draft for good, with what was still to be written of it. */
  drop: (key: string) => Promise<void>
  /** Settles when everything put so far is written. */
  flush: () => Promise<void>
}

type DraftListener = {
  /** This text is in the database. */
  onKept: (row: DraftRow) => void
  /** A write that nobody waited for failed. */
  onFailure: () => void
}

/** Writes drafts with each key stroke, one write at a time, in order: what comes while one is under way goes together. */
export function createDraftKeeper(store: DraftStore, { onKept, onFailure }: DraftListener): DraftKeeper {
  const waiting = new Map<string, DraftRow>()
  /** What writes them, until it has begun to. */
  let due: Promise<void> | null = null
  let last: Promise<void> = Promise.resolve()

  function inOrder(write: () => Promise<unknown>): Promise<void> {
    const written = last.then(async () => {
      await write()
    })
    // One write that fails must not hold up the next.
    last = written.catch(() => {})
    return written
  }

  async function writeWaiting(): Promise<void> {
    due = null
    const rows = [...waiting.values()]
    waiting.clear()
    await Promise.all(rows.map(write))
  }

  async function write(row: DraftRow): Promise<void> {
    if (row.text.trim() === '') {
      await store.drop(row.key)
      return
    }
    await store.keep(row)
    onKept(row)
  }

  return {
    put(row) {
      waiting.set(row.key, row)
      if (due !== null) return
      due = inOrder(writeWaiting)
      due.catch(onFailure)
    },
    drop(key) {
      waiting.delete(key)
      return inOrder(() => store.drop(key))
    },
    async flush() {
      await (due ?? last)
    },
  }
}
