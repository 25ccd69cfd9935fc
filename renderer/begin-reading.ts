import { database } from './db/database.ts'
import { guardIdentity } from './db/guard-identity.ts'
import { readLibraryAhead } from './db/use-library.ts'
import { type StoredLibrary, storedLibrary } from './db/version-check.ts'

/**
 * Has the database opened and the library read, where it is one that this version can read. Resolves once it is open and was asked for the
 * library; one that has to be brought over first is not waited for. Never rejects.
 */
export async function beginReading(): Promise<StoredLibrary> {
  // Before anything opens the database.
  const stored = await storedLibrary()
  if (stored === 'newer' || stored === 'unopenable') return stored
  guardIdentity(() => location.reload())
  readLibraryAhead()
  if (stored === 'current') await database.open().catch(() => undefined)
  return stored
}
