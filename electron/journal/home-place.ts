import { z } from 'zod'
import { openJsonFile } from '../files/json-file.ts'

const placeSchema = z.object({ folder: z.string().min(1), homeId: z.uuid() }).nullable()

/** Where the person put the second home; `null` while it is where it always is, in the data folder. */
export type HomePlace = {
  read: () => { folder: string; homeId: string } | null
  /** Rejects with the system's error. */
  write: (place: { folder: string; homeId: string } | null) => Promise<void>
}

export async function openHomePlace(path: string, log: { warn: (text: string) => void }): Promise<HomePlace> {
  return openJsonFile<typeof placeSchema>(path, placeSchema, null, log)
}
