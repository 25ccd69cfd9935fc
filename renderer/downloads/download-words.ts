import { bytesText } from '../../shared/formats/bytes-text.ts'
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
      return download.receivedBytes > 0
        ? `Waiting for its turn · ${partText(download)}`
        : 'Waiting for its turn'
    case 'running':
      return [partText(download), speedText(download), leftText(download)]
        .filter((words) => words !== null)
        .join(' · ')
    case 'paused':
      return download.problem ?? (download.receivedBytes > 0 ? `Paused · ${partText(download)}` : 'Paused')
    case 'complete':
      return `On this computer · ${bytesText(download.receivedBytes)}`
    case 'failed':
      return download.problem ?? 'It could not be downloaded. Try again.'
  }
}

/** "42 % of 50 MB", or what arrived when the whole size is not known; it is whole once it has its name, and not before. */
function partText(download: Download): string {
  const { receivedBytes, totalBytes } = download
  const fraction = downloadedFraction(download)
  if (fraction === null || totalBytes === null) return `${bytesText(receivedBytes)} so far`
  return `${Math.min(99, Math.floor(fraction * 100))} % of ${bytesText(totalBytes)}`
}

function speedText({ bytesPerSecond }: Download): string | null {
  if (bytesPerSecond === null) return null
  return bytesPerSecond < 1 ? 'nothing arrives just now' : `${bytesText(bytesPerSecond)}/s`
}

/** `null` while it cannot be told. */
function leftText({ receivedBytes, totalBytes, bytesPerSecond }: Download): string | null {
  if (totalBytes === null || bytesPerSecond === null || bytesPerSecond < 1) return null
  return `${durationText((totalBytes - receivedBytes) / bytesPerSecond)} left`
}

/** Only as exactly as it can be known, so that it does not flicker. */
function durationText(seconds: number): string {
  if (seconds < 10) return 'a few seconds'
  if (seconds < 55) return `${Math.ceil(seconds / 10) * 10} seconds`
  const minutes = Math.max(1, Math.round(seconds / 60))
  if (minutes < 60) return minutes === 1 ? '1 minute' : `${minutes} minutes`
  const hours = Math.floor(minutes / 60)
  if (hours >= 24) return 'more than a day'
  const rest = minutes % 60
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}
