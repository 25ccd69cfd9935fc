import { databaseName } from './database.ts'
import { schemaVersion } from './schema.ts'

/** Dexie stores its version 1 as IndexedDB's 10, to leave room between. */
const nativeVersionsPerVersion = 10

/**
 * Whether a newer Earmark made the database on disk. Dexie would open it all the same and write rows of an old
 * shape between the new ones, so this is asked before anything opens it.
 */
export async function databaseIsNewer(name: string = databaseName): Promise<boolean> {
  const databases = await indexedDB.databases()
  const stored = databases.find((database) => database.name === name)
  return (stored?.version ?? 0) > schemaVersion * nativeVersionsPerVersion
}
