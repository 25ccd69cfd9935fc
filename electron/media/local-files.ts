import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { z } from 'zod'
import type { AudioLocation } from '../../shared/models/audio.ts'
import { type JsonFile, openJsonFile } from '../files/json-file.ts'

const knownFilesSchema = z.array(z.object({ fileId: z.uuid(), path: z.string() }))

export type LocalFiles = {
  /** Remembers a file the person chose; the page only learns its id and name. */
  admit: (path: string) => Promise<AudioLocation>
  pathOf: (fileId: string) => string | null
}

/** The audio files a person pointed Earmark at, by ids that mean nothing elsewhere. */
export async function openLocalFiles(storePath: string): Promise<LocalFiles> {
  const store: JsonFile<z.infer<typeof knownFilesSchema>> = await openJsonFile(
    storePath,
    knownFilesSchema,
    [],
  )
  return {
    admit: async (path) => {
      const known = store.read().find((file) => file.path === path)
      if (known !== undefined) return { kind: 'local', fileId: known.fileId, name: basename(path) }
      const fileId = randomUUID()
      await store.write([...store.read(), { fileId, path }])
      return { kind: 'local', fileId, name: basename(path) }
    },
    pathOf: (fileId) => store.read().find((file) => file.fileId === fileId)?.path ?? null,
  }
}
