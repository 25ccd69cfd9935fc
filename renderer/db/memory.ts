import type { z } from 'zod'
import { database } from './database.ts'

/** Keeps a small thing under a key; anything that IndexedDB can clone. */
export async function remember(key: string, value: unknown): Promise<void> {
  await database.memory.put({ key, value })
}

/** `null` when nothing is remembered, or something that another version of Earmark wrote otherwise. */
export async function recall<Value>(key: string, schema: z.ZodType<Value>): Promise<Value | null> {
  const row = await database.memory.get(key)
  if (row === undefined) return null
  const parsed = schema.safeParse(row.value)
  return parsed.success ? parsed.data : null
}
