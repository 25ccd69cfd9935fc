import { z } from 'zod'
import { openJsonFile } from '../files/json-file.ts'
import { isUnfinishedCopy, removeCopy } from './copy-home.ts'

const underWaySchema = z.object({ folder: z.string().nullable() })

/** In which folder a home is being made, so that what a crash leaves of it is taken away at the next start. */
export type UnfinishedMove = {
  begin: (folder: string) => Promise<void>
  end: () => Promise<void>
  /** To be called before anything moves in this run. A disk that is not there keeps what is on it, until it is chosen again. */
  clear: () => Promise<void>
}

/** Where it cannot be noted down, a home moves all the same. */
export async function openUnfinishedMove(
  path: string,
  log: { warn: (text: string) => void },
): Promise<UnfinishedMove> {
  const file = await openJsonFile(path, underWaySchema, { folder: null }, log)
  const write = (folder: string | null): Promise<void> => file.write({ folder }).catch(() => {})
  const end = (): Promise<void> => write(null)
  return {
    begin: write,
    end,
    clear: async () => {
      const { folder } = file.read()
      if (folder === null) return
      if (await isUnfinishedCopy(folder)) await removeCopy(folder)
      await end()
    },
  }
}
