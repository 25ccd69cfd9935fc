import { decodeText } from './decode-text.ts'
import type { FileReading } from './foreign-note.ts'
import { largestMarkdown, largestTable, megabytes } from './limits.ts'
import { type MarkdownFile, propertyOf, readMarkdown } from './markdown-file.ts'
import { isOfPodNotes, readPodNotes } from './read-podnotes.ts'
import { readReadwise } from './read-readwise.ts'
import { isOfSnipd, readSnipd } from './read-snipd.ts'

/** What of a file is asked for before its bytes are. */
type GivenFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>

/** Reads one export of another program, whichever it is. */
export async function readFile(file: GivenFile): Promise<FileReading> {
  const isTable = /\.csv$/i.test(file.name)
  if (!isTable && !/\.(?:md|markdown)$/i.test(file.name)) {
    return refused('Only exports as .csv (Readwise) and .md (Snipd, PodNotes) are read here.')
  }
  const largest = isTable ? largestTable : largestMarkdown
  if (file.size > largest) return refused(`It is larger than ${megabytes(largest)}, which no export is.`)
  const bytes = await bytesOf(file)
  if (bytes === null)
    return refused('It could not be read. It may have been moved meanwhile; choose it again.')
  const decoded = decodeText(bytes)
  if (decoded.kind === 'refused') return decoded
  const reading = isTable ? readReadwise(decoded.text) : readMarkdownFile(decoded.text)
  return reading.kind === 'notes' ? { ...reading, remark: decoded.remark ?? reading.remark } : reading
}

/** `null` when it is gone by now, or the person may not read it. */
async function bytesOf(file: GivenFile): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null
  }
}

function readMarkdownFile(text: string): FileReading {
  const file = readMarkdown(text)
  if (file === null) return refused('Its Markdown is too tangled to be read.')
  if (isOfEarmark(file)) {
    return refused(
      'Earmark wrote it for Obsidian. To take notes to another computer, import your archive in the settings.',
    )
  }
  if (isOfSnipd(file, text)) return readSnipd(file)
  if (isOfPodNotes(file, text)) return readPodNotes(file)
  return refused('It is neither of Snipd nor of PodNotes: nothing in it says so.')
}

function isOfEarmark(file: MarkdownFile): boolean {
  return propertyOf(file, 'earmark').startsWith('earmark://')
}

function refused(reason: string): FileReading {
  return { kind: 'refused', reason }
}
