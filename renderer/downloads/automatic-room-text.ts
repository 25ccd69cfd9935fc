import { bytesText } from '../../shared/formats/bytes-text.ts'
import type { Download } from '../../shared/models/download.ts'

/** Said once what came by itself takes all the room that Settings give it; `null` before that. */
export function automaticRoomText(downloads: readonly Download[], mostGigabytes: number): string | null {
  const automatic = downloads.filter(({ askedBy, state }) => askedBy === 'automatic' && state !== 'failed')
  const bytes = automatic.reduce((sum, each) => sum + Math.max(each.receivedBytes, each.totalBytes ?? 0), 0)
  if (bytes < mostGigabytes * 1e9) return null
  return `Automatic downloads take ${bytesText(bytes)}, as much as Settings let them. No more come until you remove some.`
}
