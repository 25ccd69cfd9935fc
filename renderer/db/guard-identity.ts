import { v7 as uuidV7 } from 'uuid'
import { database } from './database.ts'

const identityKey = 'database-identity'

/**
 * Chromium throws the whole database away as soon as it reads a damaged part of it, and whoever opens it next gets an empty one
 * (found in Electron 42). What this page still wants to write belongs to the old one: from then on nothing is read or written by it
 * any more, and `lost` is called; the page has to be loaded anew. To be called before the database is opened.
 */
export function guardIdentity(lost: () => void): () => void {
  let known: string | null = null

  async function onReady(): Promise<void> {
    const row = await database.memory.get(identityKey)
    const found = typeof row?.value === 'string' ? row.value : null
    if (known === null) {
      known = found ?? uuidV7()
      if (found === null) await database.memory.put({ key: identityKey, value: known })
      return
    }
    if (found === known) return
    lost()
    // Dexie holds everything back until this is over.
    await new Promise(() => {})
  }

  database.on('ready', onReady, true)
  return () => database.on('ready').unsubscribe(onReady)
}
