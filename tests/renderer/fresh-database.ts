import { database } from '../../renderer/db/database.ts'

/** An empty database. The test file imports `fake-indexeddb/auto` first, since Dexie looks for one as it loads. */
export async function freshDatabase(): Promise<void> {
  await database.delete()
  await database.open()
}
