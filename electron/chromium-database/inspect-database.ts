import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { contentOf, scanLog } from './log-records.ts'
import { type Manifest, readManifest } from './manifest.ts'

/** A file whose end is torn, and the length up to which it is whole. */
type Cut = { name: string; length: number; wholeLength: number }

export type Inspection =
  | { kind: 'intact' }
  /** Whole again once these are cut and the later logs, which tell what came after, are gone. */
  | { kind: 'torn'; cuts: Cut[]; laterLogs: string[] }
  /** Chromium would not open it, or would throw it away, or show a part of it as if it were all. */
  | { kind: 'damaged'; what: string }

const intact: Inspection = { kind: 'intact' }

/**
 * Looks whether the files of a LevelDB database fit together. Of the tables, which are most of it, only the lengths are
 * looked at: a flipped byte in one shows when Chromium reads it, and then it begins anew by itself. A table that is longer than
 * it says is read as if it were not. Rejects with the system's error when something cannot be read.
 */
export async function inspectDatabase(folder: string): Promise<Inspection> {
  const names = new Set(await readdir(folder))
  const hasTables = [...names].some((name) => name.endsWith('.ldb'))
  if (!names.has('CURRENT')) {
    // Chromium would make a new one, and read the old log into it.
    return hasTables || [...names].some((name) => logName.test(name)) ? damaged('CURRENT is missing') : intact
  }
  const current = /^(MANIFEST-\d+)\n$/.exec(await readFile(join(folder, 'CURRENT'), 'latin1'))?.[1]
  if (current === undefined) return damaged('CURRENT names no MANIFEST')
  if (!names.has(current)) return damaged(`${current} is missing`)

  const manifestBytes = await readFile(join(folder, current))
  const scanned = scanLog(manifestBytes)
  const manifest = readManifest(scanned.records.map((record) => contentOf(manifestBytes, record)))
  if (manifest === null) return damaged(`${current} cannot be read`)
  const faultyTable = await firstFaultyTable(folder, names, manifest)
  if (faultyTable !== null) return damaged(faultyTable)

  const logs = logsFrom(manifest.logNumber, names)
  // Without any log the database is as it was some time ago; with a later one alone it would be as it never was.
  const oldest = manifest.logNumber === 0 && hasTables ? firstLogNumber : manifest.logNumber
  const [first] = logs
  if (first !== undefined && oldest !== 0 && numberOf(first) !== oldest) {
    return damaged(`the log ${oldest} is missing`)
  }
  const cuts: Cut[] = scanned.torn
    ? [{ name: current, length: manifestBytes.length, wholeLength: scanned.end }]
    : []
  return inspectLogs(folder, logs, cuts)
}

/**
 * A power failure tears what was written last. Checksums of a whole log, of up to 4 MB, would take 30 ms of each start; damage
 * further up Chromium finds, and begins anew by itself.
 */
const alwaysCheckedBytes = 256 * 1024

/** Of a new database, whose MANIFEST names none before the first table is written. */
const firstLogNumber = 3

async function inspectLogs(folder: string, logs: readonly string[], cuts: Cut[]): Promise<Inspection> {
  for (const [index, name] of logs.entries()) {
    const bytes = await readFile(join(folder, name))
    if (!scanLog(bytes, bytes.length - alwaysCheckedBytes).torn) continue
    const { end } = scanLog(bytes)
    cuts.push({ name, length: bytes.length, wholeLength: end })
    return { kind: 'torn', cuts, laterLogs: logs.slice(index + 1) }
  }
  return cuts.length === 0 ? intact : { kind: 'torn', cuts, laterLogs: [] }
}

async function firstFaultyTable(
  folder: string,
  names: ReadonlySet<string>,
  { tables }: Manifest,
): Promise<string | null> {
  const faults = await Promise.all(
    Array.from(tables, async ([number, length]) => {
      const name = `${String(number).padStart(6, '0')}.ldb`
      if (!names.has(name)) return `${name} is missing`
      return (await stat(join(folder, name))).size < length ? `${name} is cut` : null
    }),
  )
  return faults.find((fault) => fault !== null) ?? null
}

const logName = /^(\d+)\.log$/

/** Those whose records are not all in tables, in order. There are two while one is being written into a table. */
function logsFrom(oldest: number, names: ReadonlySet<string>): string[] {
  return [...names]
    .filter((name) => logName.test(name) && numberOf(name) >= oldest)
    .sort((one, other) => numberOf(one) - numberOf(other))
}

function numberOf(name: string): number {
  return Number(logName.exec(name)?.[1])
}

function damaged(what: string): Inspection {
  return { kind: 'damaged', what }
}
