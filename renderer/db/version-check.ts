import { databaseName } from './database.ts'
import { schemaVersion } from './schema.ts'

/** Dexie stores its version 1 as IndexedDB's 10, to leave room between. */
const nativeVersionsPerVersion = 10

/**
 * The database on disk, beside the one that this version makes. An `older` one is brought over when it is opened; one that is
 * `unopenable` would not open later in this start either.
 */
export type StoredLibrary = 'none' | 'older' | 'current' | 'newer' | 'unopenable'

/**
 * Which version of Earmark made the database on disk. Dexie would open one of a newer version all the same and write
 * rows of an old shape between the new ones, so this is asked before anything opens it.
 */
export async function storedLibrary(name: string = databaseName): Promise<StoredLibrary> {
  // Chromium empties a database that it finds damaged, and tells it with an error once; asked again, it has none.
  const databases = await askTwice(() => indexedDB.databases())
  if (databases === null) return 'unopenable'
  const version = databases.find((database) => database.name === name)?.version
  const current = schemaVersion * nativeVersionsPerVersion
  if (version === undefined) return 'none'
  if (version === current) return 'current'
  return version > current ? 'newer' : 'older'
}

async function askTwice<Value>(ask: () => Promise<Value>): Promise<Value | null> {
  try {
    return await ask()
  } catch {
    return ask().catch(() => null)
  }
}
