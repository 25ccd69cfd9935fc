import { database } from './database.ts'
import type { SearchSegmentRow } from './rows.ts'

/** Oldest first, each to be read by itself: what cannot be read of one says nothing of the others. */
export async function storedSearchSegments(): Promise<[number, () => Promise<SearchSegmentRow | null>][]> {
  const numbers = await database.searchSegments.orderBy(':id').primaryKeys()
  return numbers.map((number) => [number, async () => (await database.searchSegments.get(number)) ?? null])
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
