import { z } from 'zod'
import { episodeIdSchema } from '../../../shared/models/identity.ts'

export const archiveVersion = 1

const fileSchema = z.object({
  path: z.string(),
  bytes: z.number().int().nonnegative(),
  /** Of its bytes, 64 lower-case hex digits. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Whose readable file it is: its name is made of the id, and may say less. */
  episode: episodeIdSchema.optional(),
})
export type ArchivedFile = z.infer<typeof fileSchema>

/** Written last. What it does not list is not part of the archive. */
export const manifestSchema = z.object({
  format: z.literal('earmark-archive'),
  version: z.literal(archiveVersion),
  createdAt: z.iso.datetime(),
  app: z.object({ name: z.string(), version: z.string() }),
  /** Rows that are there, by kind, and how many deletions are noted beside them. */
  counts: z.record(z.string(), z.number().int().nonnegative()),
  files: z.array(fileSchema),
})
export type ArchiveManifest = z.infer<typeof manifestSchema>

/** As much as every version has. */
export const anyManifestSchema = z.object({ format: z.literal('earmark-archive'), version: z.number() })
