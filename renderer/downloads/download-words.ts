import type { Download } from '../../shared/models/download.ts'

/** From 0 to 1; `null` while the size is not known. */
export function downloadedFraction(download: Download): number | null {
  const { receivedBytes, totalBytes } = download
  if (totalBytes === null || totalBytes === 0) return null
  return Math.min(1, receivedBytes / totalBytes)
}

/** How a download stands, in a few words. */
export function downloadWords(download: Download): string {
  switch (download.state) {
    case 'queued':
      return 'Waiting for its turn'
    case 'running':
      return progressWords(download)
    case 'complete':
      return `On this computer · ${bytesText(download.receivedBytes)}`
    case 'failed':
      return download.problem ?? 'It could not be downloaded. Try again.'
  }
}

function progressWords(download: Download): string {
  const { receivedBytes, totalBytes } = download
  const fraction = downloadedFraction(download)
  if (fraction === null || totalBytes === null) return `${bytesText(receivedBytes)} so far`
  return `${Math.floor(fraction * 100)} % of ${bytesText(totalBytes)}`
}

/** As the person's file manager would write it: powers of ten, one decimal below ten. */
export function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = Math.max(0, bytes)
  let unit = 0
  // 999.5 would be written 1000.
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  const digits = unit === 0 || value >= 9.95 ? 0 : 1
  return `${value.toFixed(digits)} ${units[unit]}`
}
