import Dexie from 'dexie'
import { databaseName } from './database.ts'

type Coalesced<Value> = {
  /** Reads while anyone listens. Returns how to stop. */
  subscribe: (hear: () => void) => () => void
  /** The last answer, kept after the last listener left; `undefined` before the first. */
  latest: () => Value | undefined
}

/**
 * Of the time while rows keep changing, reading them again takes a fifth at most: a sync of 50,000 episodes would
 * else be spent on showing how far it is.
 */
const restPerRead = 4

/**
 * A live query over many rows: read at once, and again when a row of `tables` changed, but only `leastMs` after the
 * last read began, after a rest in proportion to how long it took, and never two at a time. A change is never missed:
 * one that comes too early is read later.
 */
export function coalesced<Value>(
  read: () => Promise<Value>,
  tables: readonly string[],
  leastMs: number,
): Coalesced<Value> {
  const listeners = new Set<() => void>()
  let value: Value | undefined
  let stale = true
  let reading = false
  let nextReadAtMs = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined

  async function readNow(): Promise<void> {
    timer = undefined
    reading = true
    stale = false
    const beganAtMs = performance.now()
    try {
      value = await read()
      for (const hear of listeners) hear()
    } finally {
      const endedAtMs = performance.now()
      nextReadAtMs = Math.max(beganAtMs + leastMs, endedAtMs + restPerRead * (endedAtMs - beganAtMs))
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

  function onChange(parts: object): void {
    if (!tables.some((table) => `idb://${databaseName}/${table}/` in parts)) return
    stale = true
    readWhenDue()
  }

  function subscribe(hear: () => void): () => void {
    if (listeners.size === 0) {
      stale = true
      Dexie.on('storagemutated', onChange)
    }
    listeners.add(hear)
    readWhenDue()
    return () => {
      listeners.delete(hear)
      if (listeners.size > 0) return
      Dexie.on('storagemutated').unsubscribe(onChange)
      clearTimeout(timer)
      timer = undefined
    }
  }

  return { subscribe, latest: () => value }
}
