import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { z } from 'zod'
import { removeUnfinished, writeAtomically } from './write-atomically.ts'

export type JsonFile<Value> = {
  read: () => Value
  /** Resolves once the value is on the disk; writes follow each other in order. Rejects with the system's error. */
  write: (value: Value) => Promise<void>
}

type Log = { warn: (text: string) => void }

/**
 * A small file of the app's own. A file that cannot be understood is set aside as `*.unreadable`, never deleted, and
 * `fallback` takes its place; the log says so. Where nothing can be written, that shows when something is.
 */
export async function openJsonFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  fallback: z.infer<Schema>,
  log: Log,
): Promise<JsonFile<z.infer<Schema>>> {
  await mkdir(dirname(path), { recursive: true }).catch(() => {})
  await removeUnfinished(path)
  let value: z.infer<Schema> = await readOrSetAside(path, schema, fallback, log)
  let lastWrite: Promise<void> = Promise.resolve()

  return {
    read: () => value,
    write: (next) => {
      value = next
      const text = `${JSON.stringify(next, null, 2)}\n`
      const write = lastWrite.then(
        () => writeAtomically(path, text),
        () => writeAtomically(path, text),
      )
      lastWrite = write
      underWay.add(write)
      const ended = (): void => void underWay.delete(write)
      write.then(ended, ended)
      return write
    },
  }
}

/** Of all files: an app that ends before them loses what was said last, and leaves half a file behind. */
const underWay = new Set<Promise<void>>()

/** Resolves once everything that was given to be written is on the disk, or could not be written. */
export async function allWritten(): Promise<void> {
  await Promise.allSettled(underWay)
}

async function readOrSetAside<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  fallback: z.infer<Schema>,
  log: Log,
): Promise<z.infer<Schema>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    // Else what is there and cannot be read would be written over.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) {
      await setAside(path, String(error), log)
    }
    return fallback
  }
  const parsed = schema.safeParse(jsonIn(text))
  if (parsed.success) return parsed.data
  await setAside(path, z.prettifyError(parsed.error), log)
  return fallback
}

async function setAside(path: string, why: string, log: Log): Promise<void> {
  const reasons = [why]
  // Something else may have the first name already.
  for (const aside of [`${path}.unreadable`, `${path}.${randomUUID()}.unreadable`]) {
    try {
      await rename(path, aside)
      log.warn(`${path} cannot be used and is kept as ${basename(aside)}: ${why}`)
      return
    } catch (error) {
      reasons.push(`not renamed: ${String(error)}`)
    }
  }
  log.warn(
    `${path} cannot be used, nor be kept under another name, and is written over next: ${reasons.join('; ')}`,
  )
}

/** `undefined` for text that is no JSON, which is something else than a file that says `null`. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
