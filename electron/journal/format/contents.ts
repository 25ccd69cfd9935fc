import { z } from 'zod'

/** As it lies in a file. A kind of row that only a newer version knows stays as it is. */
const storedChangeSchema = z.object({
  kind: z.string(),
  key: z.string(),
  updatedAt: z.string(),
  row: z.unknown(),
})
export type StoredChange = z.infer<typeof storedChangeSchema>

const entrySchema = z.object({
  /** From 1, one more with each entry, over all files. */
  number: z.number().int().positive(),
  /** ISO 8601 UTC. */
  at: z.string(),
  changes: z.array(storedChangeSchema),
})
/** What one transaction of a person's changed. */
export type JournalEntry = z.infer<typeof entrySchema>

/** A file of another version is not this one's to read or to add to. */
export const formatVersion = 1
const version = z.literal(formatVersion)

const journalHeaderSchema = z.object({
  format: z.literal('earmark-journal'),
  version,
  homeId: z.string(),
  /** The number of the first entry. */
  firstNumber: z.number().int().positive(),
  /** The newest entry before it that was flushed. Numbers between were given to entries whose flush failed. */
  follows: z.number().int().nonnegative(),
  createdAt: z.string(),
})
export type JournalHeader = z.infer<typeof journalHeaderSchema>

const snapshotHeaderSchema = z.object({
  format: z.literal('earmark-snapshot'),
  version,
  homeId: z.string(),
  /** The snapshot holds what the entries up to this one say. */
  number: z.number().int().nonnegative(),
  createdAt: z.string(),
})
export type SnapshotHeader = z.infer<typeof snapshotHeaderSchema>

const snapshotEndSchema = z.object({
  end: z.literal(true),
  rows: z.number().int().nonnegative(),
  /** How many of them there are of each kind that were not deleted. */
  counts: z.record(z.string(), z.number().int().nonnegative()),
  /** Of all bytes of the file before this line, 64 hexadecimal digits. */
  sha256: z.string(),
})
export type SnapshotEnd = z.infer<typeof snapshotEndSchema>

const changeSchema = z.object({ change: storedChangeSchema })
const newerSchema = z.object({ format: z.string(), version: z.number().gt(formatVersion) })

export type Content =
  | { is: 'entry'; entry: JournalEntry }
  | { is: 'change'; change: StoredChange }
  | { is: 'journal'; header: JournalHeader }
  | { is: 'snapshot'; header: SnapshotHeader }
  | { is: 'end'; end: SnapshotEnd }
  /** The header of a file that only a newer version can read. */
  | { is: 'newer'; version: number }

/** What the JSON of a record says; `null` when it says nothing that a record of ours does. */
export function readContent(json: Buffer): Content | null {
  let value: unknown
  try {
    value = JSON.parse(json.toString('utf8'))
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  if ('changes' in value) return when(entrySchema, value, (entry) => ({ is: 'entry', entry }))
  if ('change' in value) return when(changeSchema, value, ({ change }) => ({ is: 'change', change }))
  if ('end' in value) return when(snapshotEndSchema, value, (end) => ({ is: 'end', end }))
  return (
    when(journalHeaderSchema, value, (header) => ({ is: 'journal', header })) ??
    when(snapshotHeaderSchema, value, (header) => ({ is: 'snapshot', header })) ??
    when(newerSchema, value, ({ version }) => ({ is: 'newer', version }))
  )
}

function when<Value>(
  schema: z.ZodType<Value>,
  given: object,
  say: (value: Value) => Content,
): Content | null {
  const parsed = schema.safeParse(given)
  return parsed.success ? say(parsed.data) : null
}
