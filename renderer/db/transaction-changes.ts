import Dexie, { type DBCore, type DBCoreMutateRequest, type DBCoreTransaction } from 'dexie'
import type { KeptChange } from '../../shared/kept/change.ts'
import { rowName } from '../../shared/kept/merge.ts'

/** What a transaction has changed of the person's rows so far. */
export type TransactionChanges = {
  /** The latest of each row. */
  changes: Map<string, KeptChange>
  /** The number of its one entry in `unsent`, once it has one. */
  number: Promise<number> | null
}

const underWay = new WeakMap<DBCoreTransaction, TransactionChanges>()

export function followTransaction(trans: DBCoreTransaction): void {
  underWay.set(trans, { changes: new Map(), number: null })
}

/** `null` for one whose changes are not followed, as that of an upgrade. */
export function changesOf(trans: DBCoreTransaction): TransactionChanges | null {
  return underWay.get(trans) ?? null
}

/** From here on the running transaction writes rows as they are given, and none of them is noted down. */
export function writeAsGiven(): void {
  underWay.delete(Dexie.currentTransaction.idbtrans)
}

/**
 * Notes down what else a transaction changed, in its one entry in `unsent`. Here and in what calls it there is no `await`,
 * which could lose Dexie's own thread through a transaction.
 */
export function noteDown(
  core: DBCore,
  trans: DBCoreTransaction,
  followed: TransactionChanges,
  added: readonly KeptChange[],
): Promise<unknown> {
  for (const change of added) followed.changes.set(rowName(change), change)
  const entry = { at: new Date().toISOString(), changes: [...followed.changes.values()] }
  if (followed.number !== null) {
    return followed.number.then((number) =>
      mutateOrAbort(core, 'unsent', { type: 'put', trans, values: [{ number, ...entry }] }),
    )
  }
  followed.number = mutateOrAbort<number>(core, 'unsent', { type: 'add', trans, values: [entry] })
  return followed.number
}

/** What belongs to a change is written with it, or the change is not written: gives the last key. */
export function mutateOrAbort<Key>(core: DBCore, table: string, request: DBCoreMutateRequest): Promise<Key> {
  return core
    .table(table)
    .mutate(request)
    .then(({ failures, numFailures, lastResult }) => {
      if (numFailures > 0) throw Object.values(failures)[0]
      return lastResult
    })
    .catch((error: unknown) => {
      abort(request.trans)
      throw error
    })
}

function abort(trans: DBCoreTransaction): void {
  try {
    trans.abort()
  } catch {
    // It is over already.
  }
}
