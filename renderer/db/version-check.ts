import { databaseName } from './database.ts'
import { schemaVersion } from './schema.ts'

/** Dexie stores its version 1 as IndexedDB's 10, to leave room between. */
const nativeVersionsPerVersion = 10

/** The database on disk, beside the one that this version makes. An `older` one is brought over when it is opened. */
export type StoredLibrary = 'none' | 'older' | 'current' | 'newer'

/**
 * Which version of Earmark made the database on disk. Dexie would open one of a newer version all the same and write
 * rows of an old shape between the new ones, so this is asked before anything opens it.
 */
export async function storedLibrary(name: string = databaseName): Promise<StoredLibrary> {
  const databases = await indexedDB.databases()
  const version = databases.find((database) => database.name === name)?.version
  const current = schemaVersion * nativeVersionsPerVersion
  if (version === undefined) return 'none'
  if (version === current) return 'current'
  return version > current ? 'newer' : 'older'
}
