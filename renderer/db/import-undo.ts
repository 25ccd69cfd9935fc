import type { EpisodeId } from '../../shared/models/identity.ts'
import { effectOf } from './compare-changes.ts'
import { database } from './database.ts'
import { takeOutEpisodes } from './import-episodes.ts'
import { keptTables } from './kept-tables.ts'
import type { Taken } from './merge-changes.ts'
import { isStamped } from './stamp-row.ts'
import { type RowWish, type TurnedRow, turnBack } from './turn-back.ts'

/** Keeps what is needed to take rows back, in the transaction that wrote them. */
export async function keepForUndo(taken: readonly Taken[]): Promise<void> {
  const rows = taken.map(({ kind, before, after }) => ({
    kind,
    key: after.key,
    before: isStamped(before?.row) ? before.row : null,
    writtenAt: after.updatedAt,
  }))
  await database.importUndo.add({ rows, episodes: [] })
}

export async function keepEpisodesForUndo(episodes: EpisodeId[]): Promise<void> {
  await database.importUndo.add({ rows: [], episodes })
}

/** `rows`: those of which a person sees that they are as before. */
export type TakenBack = { rows: number; changedSince: number }

/**
 * Takes back the rows that the last import wrote, latest first, transaction by transaction: broken off, it goes on from
 * there when it is begun again. Each is as it was before, which is a change like any other, later than the import; one that
 * was changed since stays as it is. `show` is told how much is done, from 0 to 1.
 */
export async function takeBackRows(show: (done: number) => void): Promise<TakenBack> {
  const numbers = (await database.importUndo.toCollection().primaryKeys()).reverse()
  const sum: TakenBack = { rows: 0, changedSince: 0 }
  for (const [index, number] of numbers.entries()) {
    const { rows, changedSince } = await takeBack(number)
    sum.rows += rows
    sum.changedSince += changedSince
    show((index + 1) / numbers.length)
  }
  return sum
}

/** Then the episodes that came with them. */
export async function takeBackEpisodes(): Promise<void> {
  const entries = await database.importUndo.toArray()
  await takeOutEpisodes(entries.flatMap(({ episodes }) => episodes))
}

async function takeBack(number: number): Promise<TakenBack> {
  const { importUndo, unsent, tombstones } = database
  const tables = keptTables.map((kind) => database.table(kind))
  return database.transaction('rw', [...tables, unsent, tombstones, importUndo], async () => {
    const entry = await importUndo.get(number)
    if (entry === undefined || entry.rows.length === 0) return { rows: 0, changedSince: 0 }
    const wishes = entry.rows.map(
      ({ kind, key, before, writtenAt }): RowWish => ({ kind, key, row: before, ifUpdatedAt: writtenAt }),
    )
    const turned = await turnBack(wishes)
    await importUndo.delete(number)
    return { rows: turned.filter(isSeen).length, changedSince: wishes.length - turned.length }
  })
}

function isSeen({ before, after }: TurnedRow): boolean {
  return effectOf(before, after) !== null
}
