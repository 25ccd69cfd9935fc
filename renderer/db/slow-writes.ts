import type { DBCoreTransaction } from 'dexie'
import { whenOver } from './when-over.ts'

/** A full disk can leave a write that neither succeeds nor fails; after so long the person is told. */
const patienceMs = 2000

const hearers = new Set<(areSlow: boolean) => void>()
let slowOnes = 0

/** Calls back when a write of the person's takes too long, and again when none does any more. Returns how to stop. */
export function onSlowWrites(hear: (areSlow: boolean) => void): () => void {
  hearers.add(hear)
  return () => hearers.delete(hear)
}

/** Looks after a transaction that has just begun, where anyone listens. */
export function watchWrite(transaction: DBCoreTransaction): void {
  if (hearers.size === 0) return
  let isSlow = false
  const limit = setTimeout(() => {
    isSlow = true
    count(1)
  }, patienceMs)
  const isHeardOf = whenOver(transaction, () => {
    clearTimeout(limit)
    if (isSlow) count(-1)
    isSlow = false
  })
  if (!isHeardOf) clearTimeout(limit)
}

function count(change: number): void {
  slowOnes += change
  for (const hear of hearers) hear(slowOnes > 0)
}
