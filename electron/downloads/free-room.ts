import { statfs } from 'node:fs/promises'
import { bytesText } from '../../shared/formats/bytes-text.ts'
import { failure, type Result } from '../../shared/result.ts'

/** Room that is left free on the disk, whatever is downloaded. */
export const usualSpareBytes = 200 * 1024 * 1024

/** What to tell where `neededBytes` more would not leave the disk its spare room; `null` where they would. */
export async function lackOfRoom(
  folder: string,
  neededBytes: number,
  spareBytes: number,
): Promise<Result<never> | null> {
  const free = await freeBytes(folder)
  if (neededBytes + spareBytes <= free) return null
  const needed = neededBytes === 0 ? '' : ` It needs ${bytesText(neededBytes)} more.`
  const spared = spareBytes === 0 ? '' : `, of which Earmark leaves ${bytesText(spareBytes)} alone`
  return failure(
    'disk-full',
    `There is not enough room on the disk for this episode.${needed} ${bytesText(free)} are free${spared}. Make room, then try again.`,
  )
}

async function freeBytes(folder: string): Promise<number> {
  try {
    const system = await statfs(folder)
    return system.bavail * system.bsize
  } catch {
    // A file system that does not tell is found out by writing to it.
    return Number.POSITIVE_INFINITY
  }
}
