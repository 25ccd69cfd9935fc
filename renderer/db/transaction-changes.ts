import Dexie, {
  type DBCore,
  type DBCoreMutateRequest,
  type DBCoreMutateResponse,
  type DBCoreTransaction,
} from 'dexie'
import type { KeptChange } from '../../shared/kept/change.ts'
import { rowName } from '../../shared/kept/merge.ts'
import type { KeptTable, UnsentRow } from './rows.ts'
import { type EndOfAhead, type GoingAhead, sendAhead, type WhenOver } from './sent-ahead.ts'
import { whenOver } from './when-over.ts'

/** What a transaction has changed of the person's rows so far. */
export type TransactionChanges = {
  /** The latest of each row. */
  changes: Map<string, KeptChange>
  /** The number of its one entry in `unsent`, once it has one. */
  number: Promise<number> | null
  /** That entry as it was written last. */
  entry: UnsentRow | null
  /** Rows of the person's as the transaction read them, by `rowName`, and did not write them since. */
  read: Map<string, object>
  /** How its first write is to be sent while it is still being written. */
  goesAhead: GoingAhead | null
  /** Tells how that ended. */
  ahead: WhenOver | null
  /** What it means to write over is another by now. */
  isOvertaken: boolean
}

const underWay = new WeakMap<DBCoreTransaction, TransactionChanges>()

const hearers = new Set<(entry: UnsentRow) => void>()

/** Calls back with each entry that this page or worker itself committed, as soon as it is. Returns how to stop. */
export function onEntryCommitted(hear: (entry: UnsentRow) => void): () => void {
  hearers.add(hear)
  return () => hearers.delete(hear)
}

let begun = 0

/** How many transactions that can write something of the person's this page or worker itself has begun. */
export function transactionsBegun(): number {
  return begun
}

export function followTransaction(trans: DBCoreTransaction): void {
  begun += 1
  const followed: TransactionChanges = {
    changes: new Map(),
    number: null,
    entry: null,
    read: new Map(),
    goesAhead: null,
    ahead: null,
    isOvertaken: false,
  }
  underWay.set(trans, followed)
  whenOver(trans, (isCommitted) => {
    // First, since whoever hears of the entry asks whether it was sent already.
    followed.ahead?.(endOf(followed, isCommitted))
    if (isCommitted && followed.entry !== null) for (const hear of hearers) hear(followed.entry)
  })
}

/** `null` for one whose changes are not followed, as that of an upgrade. */
export function changesOf(trans: DBCoreTransaction): TransactionChanges | null {
  return underWay.get(trans) ?? null
}

/** Keeps what a transaction has just read, so that a write of the same row need not read it again. */
export function keepRead(
  { read, changes }: TransactionChanges,
  kind: KeptTable,
  key: string,
  row: unknown,
): void {
  const name = rowName({ kind, key })
  // What was asked for before a write may be told after it.
  if (typeof row !== 'object' || row === null || changes.has(name)) return
  // A copy, since whoever asked for it may change theirs.
  read.set(name, structuredClone(row))
}

/**
 * The running transaction writes one row, once, over the one that it is given here, before it knows that this one stands there. What it
 * writes is sent to the second home meanwhile.
 */
export function writeOver(kind: KeptTable, key: string, row: object, goesAhead: GoingAhead): void {
  const followed = changesOf(Dexie.currentTransaction.idbtrans)
  if (followed === null) return
  keepRead(followed, kind, key, row)
  followed.goesAhead = goesAhead
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
  if (followed.number === null) {
    goAhead(followed, entry.changes)
    followed.number = mutateOrAbort<number>(core, 'unsent', { type: 'add', trans, values: [entry] })
    return followed.number.then((number) => {
      followed.entry = { number, ...entry }
    })
  }
  // What went ahead was not all.
  followed.goesAhead = null
  return followed.number.then((number) => {
    followed.entry = { number, ...entry }
    return mutateOrAbort(core, 'unsent', { type: 'put', trans, values: [followed.entry] })
  })
}

function goAhead(followed: TransactionChanges, changes: readonly KeptChange[]): void {
  const { goesAhead } = followed
  if (goesAhead === null) return
  followed.ahead = sendAhead(changes, goesAhead)
  goesAhead.isRight.then(
    (isRight) => {
      followed.isOvertaken = !isRight
    },
    // The transaction fails with it.
    () => {},
  )
}

function endOf({ entry, goesAhead, isOvertaken }: TransactionChanges, isCommitted: boolean): EndOfAhead {
  if (isOvertaken) return 'overtaken'
  // Of more than went ahead it is not known whether the second home has it.
  return isCommitted && goesAhead !== null && entry !== null ? entry.number : 'given up'
}

/** What belongs to a change is written with it, or the change is not written: gives the last key. */
export function mutateOrAbort<Key>(core: DBCore, table: string, request: DBCoreMutateRequest): Promise<Key> {
  return wholeOrAbort(request.trans, core.table(table).mutate(request)).then(({ lastResult }) => lastResult)
}

/** A mutation of which all was done; else the transaction it is part of is given up. */
export function wholeOrAbort(
  trans: DBCoreTransaction,
  mutation: Promise<DBCoreMutateResponse>,
): Promise<DBCoreMutateResponse> {
  return mutation
    .then((response) => {
      if (response.numFailures > 0) throw Object.values(response.failures)[0]
      return response
    })
    .catch((error: unknown) => {
      abort(trans)
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
