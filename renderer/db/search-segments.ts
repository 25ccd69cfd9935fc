import { database } from './database.ts'
import type { SearchSegmentRow } from './rows.ts'

/** One after the other, oldest first, so that what is read of one can be let go before the next. */
export async function* storedSearchSegments(): AsyncGenerator<SearchSegmentRow> {
  const numbers = await database.searchSegments.orderBy(':id').primaryKeys()
  for (const number of numbers) {
    const row = await database.searchSegments.get(number)
    if (row !== undefined) yield row
  }
}

/** Some in the place of others, at once; gives the numbers of those that were added. */
export async function replaceSearchSegments(
  gone: readonly number[],
  added: readonly Omit<SearchSegmentRow, 'number'>[],
): Promise<number[]> {
  const { searchSegments } = database
  return database.transaction('rw', searchSegments, async () => {
    await searchSegments.bulkDelete([...gone])
    return searchSegments.bulkAdd([...added], { allKeys: true })
  })
}
