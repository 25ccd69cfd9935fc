import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Where everything of a second home lies in its folder. */
export function placesIn(folder: string) {
  return {
    identity: join(folder, 'home.json'),
    journal: join(folder, 'journal'),
    snapshots: join(folder, 'snapshots'),
    lock: join(folder, 'lock'),
    checks: join(folder, 'checks.json'),
  }
}

/** One file of the journal. */
export type Segment = { path: string; name: string; firstNumber: number; bytes: number }
export type Snapshot = { path: string; name: string; number: number; takenAtMs: number; bytes: number }

const digits = 12
const segmentName = /^(\d{12})\.journal$/
const snapshotName = /^(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\dZ)-(\d{12})\.snapshot$/

export function nameOfSegment(firstNumber: number): string {
  return `${String(firstNumber).padStart(digits, '0')}.journal`
}

/** Colons are no part of names on Windows. */
export function nameOfSnapshot(takenAtMs: number, number: number): string {
  const instant = new Date(takenAtMs).toISOString().replace(/\.\d+Z$/, 'Z')
  return `${instant.replaceAll(':', '-')}-${String(number).padStart(digits, '0')}.snapshot`
}

/** By their numbers; none where there is no such folder. Rejects with the system's error. */
export async function listSegments(home: string): Promise<Segment[]> {
  return listFiles(placesIn(home).journal, (name) => {
    const firstNumber = segmentName.exec(name)?.[1]
    return firstNumber === undefined ? null : { firstNumber: Number(firstNumber) }
  }).then((segments) => segments.sort((one, other) => one.firstNumber - other.firstNumber))
}

/** Newest first, by their numbers, whatever the clock was. Rejects with the system's error. */
export async function listSnapshots(home: string): Promise<Snapshot[]> {
  const snapshots = await listFiles(placesIn(home).snapshots, snapshotFacts)
  return snapshots.sort((one, other) => other.number - one.number || other.takenAtMs - one.takenAtMs)
}

function snapshotFacts(name: string): { number: number; takenAtMs: number } | null {
  const [, day, hours, minutes, seconds, number] = snapshotName.exec(name) ?? []
  const takenAtMs = Date.parse(`${day}${hours}:${minutes}:${seconds}`)
  return number === undefined || Number.isNaN(takenAtMs) ? null : { number: Number(number), takenAtMs }
}

async function listFiles<Facts>(folder: string, factsOf: (name: string) => Facts | null) {
  const files: (Facts & { path: string; name: string; bytes: number })[] = []
  for (const name of await namesIn(folder)) {
    const facts = factsOf(name)
    if (facts === null) continue
    const path = join(folder, name)
    // One that was removed just now is in a snapshot; whoever asks looks for those afterwards.
    const found = await stat(path).catch(unlessMissing)
    if (found !== null) files.push({ ...facts, path, name, bytes: found.size })
  }
  return files
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(unlessMissing)) ?? []
}

function unlessMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
