import Dexie, { type ObservabilitySet, type RangeSet } from 'dexie'
import { databaseName } from './database.ts'

/** The primary keys that were written or deleted. */
export type ChangedKeys = ObservabilitySet[string] | RangeSet

/**
 * Calls back after every commit that changed a table, also one of another connection, be it in a worker or in another
 * window: Dexie tells them all. Returns how to stop.
 */
export function onCommit(table: string, hear: (changed: ChangedKeys) => void): () => void {
  function onMutation(parts: ObservabilitySet): void {
    const changed = parts[`idb://${databaseName}/${table}/`]
    if (changed !== undefined) hear(changed)
  }
  Dexie.on('storagemutated', onMutation)
  return () => Dexie.on('storagemutated').unsubscribe(onMutation)
}
