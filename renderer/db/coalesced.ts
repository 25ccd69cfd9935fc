import { storageProblem } from './storage-problem.ts'

export type Coalesced<Value> = {
  /** Reads while anyone listens. Returns how to stop. */
  subscribe: (hear: () => void) => () => void
  /** The last answer, kept after the last listener left; `undefined` before the first. */
  latest: () => Value | undefined
}

/** Calls back when something changed; returns how to stop. */
type OnChange = (hear: () => void) => () => void

/** Of the time while rows keep changing, reading them again takes a fifth at most. */
const restPerRead = 4
/** The disk may give again in a moment what it did not give now, and no change tells of that. */
const restAfterProblemMs = 2000

/**
 * A live query whose reading is dear: read at once, and again after a change, but only `leastMs` after the last read
 * began, after a rest in proportion to how long it took, and never two at a time. A change is never missed: one that
 * comes too early is read later. `wait` gives what is to be waited for before a read, `null` for nothing.
 */
export function coalesced<Value>(
  read: () => Promise<Value>,
  onChange: OnChange,
  leastMs: number,
  wait: () => Promise<unknown> | null = () => null,
): Coalesced<Value> {
  const listeners = new Set<() => void>()
  let value: Value | undefined
  let stale = true
  let reading = false
  let nextReadAtMs = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  let ignoreChanges: () => void = () => undefined

  async function readNow(): Promise<void> {
    timer = undefined
    reading = true
    const waiting = wait()
    if (waiting !== null) await waiting
    stale = false
    const beganAtMs = performance.now()
    let leastRestMs = 0
    try {
      value = await read()
      for (const hear of listeners) hear()
    } catch (error) {
      if (storageProblem(error) === null) throw error
      stale = true
      leastRestMs = restAfterProblemMs
    } finally {
      const endedAtMs = performance.now()
      const restMs = Math.max(leastRestMs, restPerRead * (endedAtMs - beganAtMs))
      nextReadAtMs = Math.max(beganAtMs + leastMs, endedAtMs + restMs)
      reading = false
      readWhenDue()
    }
  }

  function readWhenDue(): void {
    if (!stale || reading || timer !== undefined || listeners.size === 0) return
    const waitMs = nextReadAtMs - performance.now()
    if (waitMs <= 0) void readNow()
    else timer = setTimeout(readNow, waitMs)
  }

  function changed(): void {
    stale = true
    readWhenDue()
  }

  function subscribe(hear: () => void): () => void {
    if (listeners.size === 0) {
      stale = true
      ignoreChanges = onChange(changed)
    }
    listeners.add(hear)
    readWhenDue()
    return () => {
      listeners.delete(hear)
      if (listeners.size > 0) return
      ignoreChanges()
      clearTimeout(timer)
      timer = undefined
    }
  }

  return { subscribe, latest: () => value }
}
