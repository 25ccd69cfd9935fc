import type { Download } from '../../shared/models/download.ts'

export type DownloadAct = 'download' | 'pause' | 'resume' | 'again' | 'remove'

/** What the one button does as a download stands. */
export function downloadAct(download: Download | null): DownloadAct {
  switch (download?.state) {
    case undefined:
      return 'download'
    case 'queued':
    case 'running':
      return 'pause'
    case 'paused':
      return 'resume'
    case 'failed':
      return download !== null && download.receivedBytes > 0 ? 'resume' : 'again'
    case 'complete':
      return 'remove'
  }
}

export const downloadActNames: Readonly<Record<DownloadAct, string>> = {
  download: 'Download',
  pause: 'Pause download',
  resume: 'Resume download',
  again: 'Download again',
  remove: 'Remove download',
}

/** Whether there is something of it that is not whole, and can be given up. */
export function isUnfinished({ state }: Download): boolean {
  return state !== 'complete'
}
