import type { PlannedFile } from '../import-plan.ts'
import type { FileReading, ForeignNote, LeftOut } from '../reading/foreign-note.ts'
import { largestAll, megabytes, mostFiles, mostNotes } from '../reading/limits.ts'
import { readFile } from '../reading/read-file.ts'

export type ReadFiles = { files: PlannedFile[]; notes: ForeignNote[]; leftOut: LeftOut[] }

/** Reads exports one after the other; `show` is told how many, from 0 to 1. Each note once, as the file has it that says most of it. */
export async function readFiles(given: readonly File[], show: (done: number) => void): Promise<ReadFiles> {
  const files: PlannedFile[] = []
  const notes: ForeignNote[] = []
  const left = new Map<string, number>()
  let bytes = 0
  for (const [index, file] of given.entries()) {
    bytes += file.size
    const reading = readingBeyond(index, bytes, notes.length) ?? (await readFile(file))
    files.push(plannedFile(file.name, reading))
    if (reading.kind === 'notes') {
      // One by one: of so many the stack has no room.
      for (const note of reading.notes) notes.push(note)
      for (const { reason, count } of reading.leftOut) left.set(reason, (left.get(reason) ?? 0) + count)
    }
    show((index + 1) / given.length)
  }
  return { files, notes, leftOut: Array.from(left, ([reason, count]) => ({ reason, count })) }
}

function readingBeyond(index: number, bytes: number, notes: number): FileReading | null {
  if (index >= mostFiles) return refused(`There are more than ${mostFiles.toLocaleString('en')} files.`)
  if (bytes > largestAll) return refused(`Together the files are larger than ${megabytes(largestAll)}.`)
  if (notes >= mostNotes) return refused(`There are more than ${mostNotes.toLocaleString('en')} notes.`)
  return null
}

function refused(reason: string): FileReading {
  return { kind: 'refused', reason: `${reason} Import the rest by itself afterwards.` }
}

function plannedFile(name: string, reading: FileReading): PlannedFile {
  if (reading.kind === 'refused') return { name, ...reading }
  return { name, kind: 'read', from: reading.from, notes: reading.notes.length, remark: reading.remark }
}
