import { v5 as uuidV5 } from 'uuid'

const namespace = '0b7c1f3a-6f0e-5c0d-8d53-6f6b1c1d2e4f'

/**
 * A UUID of version 7, as notes have, that is the same whenever and wherever the same note is imported: its time is when the note was
 * made, so that it stands among the others where it belongs, the rest a digest of what tells it from all others.
 */
export function importedId(key: string, createdAtMs: number): string {
  const digest = uuidV5(key.toWellFormed(), namespace).replaceAll('-', '')
  const time = Math.max(0, Math.trunc(createdAtMs)).toString(16).padStart(12, '0').slice(-12)
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${digest.slice(13, 16)}`,
    digest.slice(16, 20),
    digest.slice(20),
  ].join('-')
}

/** Of what a program says of a note now. */
export function digestOf(told: unknown): string {
  return uuidV5(JSON.stringify(told), namespace).slice(0, 13)
}
