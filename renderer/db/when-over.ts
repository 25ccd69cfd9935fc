import type { DBCoreTransaction } from 'dexie'

/** Calls back once a transaction that has just begun is committed or given up; `false` where nothing would ever be heard of it. */
export function whenOver(transaction: DBCoreTransaction, end: (isCommitted: boolean) => void): boolean {
  if (!isEventTarget(transaction)) return false
  transaction.addEventListener('complete', () => end(true))
  transaction.addEventListener('abort', () => end(false))
  return true
}

/** Dexie says less of its transactions than they are. */
function isEventTarget(
  transaction: DBCoreTransaction,
): transaction is DBCoreTransaction & Pick<EventTarget, 'addEventListener'> {
  return 'addEventListener' in transaction && typeof transaction.addEventListener === 'function'
}
