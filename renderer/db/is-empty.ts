import { database } from './database.ts'
import { keptTables } from './kept-tables.ts'

/** Whether the database holds nothing of the person's, nor knows of anything that was deleted. */
export async function isEmptyOfPersons(): Promise<boolean> {
  const counts = await Promise.all(
    [...keptTables, database.tombstones.name].map((name) => database.table(name).count()),
  )
  return counts.every((count) => count === 0)
}
