import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { writeAtomically } from '../files/write-atomically.ts'
import { placesIn } from './folder.ts'
import { formatVersion } from './format/contents.ts'

const identitySchema = z.object({ format: z.literal('earmark-home'), version: z.number(), homeId: z.uuid() })

export type Identity =
  | { kind: 'home'; homeId: string }
  /** No `home.json`, or one that cannot be read. */
  | { kind: 'none' }
  | { kind: 'newer' }

/** What `home.json` says. Rejects with the system's error when it is there and cannot be opened. */
export async function readIdentity(home: string): Promise<Identity> {
  let text: string
  try {
    text = await readFile(placesIn(home).identity, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'none' }
    throw error
  }
  const parsed = identitySchema.safeParse(jsonOf(text))
  if (!parsed.success) return { kind: 'none' }
  return parsed.data.version > formatVersion
    ? { kind: 'newer' }
    : { kind: 'home', homeId: parsed.data.homeId }
}

/** Rejects with the system's error. */
export async function writeIdentity(home: string, homeId: string): Promise<void> {
  const identity = { format: 'earmark-home', version: formatVersion, homeId }
  await writeAtomically(placesIn(home).identity, `${JSON.stringify(identity)}\n`)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
