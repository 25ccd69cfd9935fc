import { useLiveQuery } from 'dexie-react-hooks'

/**
 * Reads with `read` and again whenever a row that it read changes; `undefined` until the first answer. `read` is
 * taken anew when `dependencies` change, and shows its last answer meanwhile.
 */
export function useLive<Value>(
  read: () => Promise<Value> | Value,
  dependencies: readonly unknown[],
): Value | undefined {
  return useLiveQuery(read, [...dependencies])
}
