import { database } from './database.ts'

const tryEveryMs = 2000

/**
 * Opens the database again after Chromium closed it, as it does when the disk is full. Dexie tries that once; from
 * then on it would refuse everything until the next start, though there is room again. Returns how to stop.
 */
export function keepDatabaseOpen(everyMs: number = tryEveryMs): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const onClose = (): void => {
    clearTimeout(timer)
    // A failure to open closes it once more, and so brings the next try.
    timer = setTimeout(() => void database.open().catch(() => {}), everyMs)
  }
  database.on('close', onClose)
  return () => {
    clearTimeout(timer)
    database.on('close').unsubscribe(onClose)
  }
}
