import { readFile, writeFile } from 'node:fs/promises'

const begin = (name: string): string => `<!-- bench ${name}: begin -->`
const end = (name: string): string => `<!-- bench ${name}: end -->`

/** Puts text between a run's two markers, and leaves all else as it is. */
export function betweenMarkers(document: string, name: string, text: string): string {
  const from = document.indexOf(begin(name))
  const to = document.indexOf(end(name))
  if (from === -1 || to < from) throw new Error(`The markers of “${name}” are missing.`)
  return `${document.slice(0, from + begin(name).length)}\n${text}\n${document.slice(to)}`
}

export async function writeBetweenMarkers(file: string, name: string, text: string): Promise<void> {
  await writeFile(file, betweenMarkers(await readFile(file, 'utf8'), name, text))
}
