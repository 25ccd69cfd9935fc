import { liveQuery } from 'dexie'

/** The same as `useLive` for what is no component; returns how to stop. */
export function watch<Value>(read: () => Promise<Value>, hear: (value: Value) => void): () => void {
  const subscription = liveQuery(read).subscribe(hear)
  return () => subscription.unsubscribe()
}
