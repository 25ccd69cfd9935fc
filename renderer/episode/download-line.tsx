import { X } from 'lucide-react'
import type { Download } from '../../shared/models/download.ts'
import { removeDownload } from '../downloads/actions.ts'
import { isUnfinished } from '../downloads/download-act.ts'
import { downloadedFraction, downloadWords } from '../downloads/download-words.ts'
import { IconButton } from '../elements/icon-button.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import styles from './episode-status.module.css'

/** How the download of the episode stands, with a way to give it up while it is not whole. */
export function DownloadLine({ download }: { download: Download }) {
  const { state, title } = download
  const isOnItsWay = state === 'queued' || state === 'running' || state === 'paused'
  return (
    <div className={styles.download} data-failed={state === 'failed'}>
      <div className={styles.words}>
        <span>{downloadWords(download)}</span>
        {isOnItsWay ? (
          <ProgressBar
            label={`Download of ${title}`}
            className={styles.progress}
            value={state === 'queued' ? 'waiting' : (downloadedFraction(download) ?? 'unknown')}
          />
        ) : null}
      </div>
      {isUnfinished(download) ? (
        <IconButton
          label="Cancel download"
          size="small"
          icon={<X size={14} />}
          onClick={() => void removeDownload(download)}
        />
      ) : null}
    </div>
  )
}
