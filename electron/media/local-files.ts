import { randomUUID } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { z } from 'zod'
import type { AudioLocation } from '../../shared/models/audio.ts'
import { type Result, success } from '../../shared/result.ts'
import { diskProblem } from '../files/disk-problem.ts'
import { type JsonFile, openJsonFile } from '../files/json-file.ts'

const knownFilesSchema = z.array(z.object({ fileId: z.uuid(), path: z.string() }))

export type LocalFiles = {
  /** Remembers a file the person chose; the page only learns its id and name. */
  admit: (path: string) => Promise<Result<AudioLocation>>
  pathOf: (fileId: string) => string | null
}

/** The audio files a person pointed Earmark at, by ids that mean nothing elsewhere. */
export async function openLocalFiles(
  storePath: string,
  log: { warn: (text: string) => void },
): Promise<LocalFiles> {
  const store: JsonFile<z.infer<typeof knownFilesSchema>> = await openJsonFile(
    storePath,
    knownFilesSchema,
    [],
    log,
  )
  return {
    admit: async (path) => {
      const known = store.read().find((file) => file.path === path)
      if (known !== undefined) return success({ kind: 'local', fileId: known.fileId, name: basename(path) })
      const fileId = randomUUID()
      const before = store.read()
      try {
        await store.write([...before, { fileId, path }])
        return success({ kind: 'local', fileId, name: basename(path) })
      } catch (error) {
        await store.write(before).catch(() => {})
        const problem = diskProblem(error, {
          undone: 'Which file you chose was not stored',
          kept: 'The file itself was not touched.',
          folder: dirname(storePath),
        })
        if (problem === null) throw error
        return { ok: false, problem }
      }
    },
    pathOf: (fileId) => store.read().find((file) => file.fileId === fileId)?.path ?? null,
  }
}
