import { dirname, isAbsolute } from 'node:path'
import { z } from 'zod'
import { type Result, success } from '../../shared/result.ts'
import { diskProblem } from '../files/disk-problem.ts'
import { openJsonFile } from '../files/json-file.ts'

const placeSchema = z.object({
  folder: z.string().refine(isAbsolute).nullable(),
  keepsUpToDate: z.boolean(),
})
type Place = z.infer<typeof placeSchema>

export type ExportPlace = {
  read: () => Place
  change: (change: Partial<Place>) => Promise<Result<null>>
}

/** Where Markdown goes on this computer. Not a setting: on another one the folder lies elsewhere. */
export async function openExportPlace(
  path: string,
  log: { warn: (text: string) => void },
): Promise<ExportPlace> {
  const file = await openJsonFile(path, placeSchema, { folder: null, keepsUpToDate: false }, log)
  return {
    read: file.read,
    change: async (change) => {
      const before = file.read()
      try {
        await file.write({ ...before, ...change })
        return success(null)
      } catch (error) {
        await file.write(before).catch(() => undefined)
        const problem = diskProblem(error, {
          undone: 'The choice was not kept',
          kept: 'All is as it was.',
          folder: dirname(path),
        })
        if (problem === null) throw error
        return { ok: false, problem }
      }
    },
  }
}
