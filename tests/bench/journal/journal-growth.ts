import { readFile } from 'node:fs/promises'
import { listSegments } from '../../../electron/journal/folder.ts'

/** What was added to the newest file of the journal since it was asked last. */
export async function followJournal(home: string): Promise<() => Promise<Buffer>> {
  let [path, length] = await newest()

  async function newest(): Promise<[path: string, length: number]> {
    const segment = (await listSegments(home)).at(-1)
    return segment === undefined ? ['', 0] : [segment.path, segment.bytes]
  }

  return async () => {
    const [pathBefore, lengthBefore] = [path, length]
    ;[path, length] = await newest()
    return (await readFile(path)).subarray(path === pathBefore ? lengthBefore : 0, length)
  }
}
