import { database } from './database.ts'

/**
 * How many takeaways there are whose day to look again has come, by the keys of indexes alone: no note is read. `today` as
 * "2026-03-04".
 */
export async function countDueNotes(today: string): Promise<number> {
  const { annotations } = database
  return database.transaction('r', annotations, async () => {
    const due = await annotations.where('tracking.lookAgainOn').belowOrEqual(today).primaryKeys()
    if (due.length === 0) return 0
    const deleted = new Set(await annotations.where('deletedAt').above('').primaryKeys())
    return due.filter((id) => !deleted.has(id)).length
  })
}
