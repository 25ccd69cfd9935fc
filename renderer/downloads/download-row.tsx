import { Play, Trash2, X } from 'lucide-react'
import type { Download } from '../../shared/models/download.ts'
import { IconButton } from '../elements/icon-button.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { playEpisode } from '../player/actions.ts'
import { openEpisode } from '../shell/open.ts'
import { removeDownload, takeUp } from './actions.ts'
import { downloadAct, downloadActNames, isUnfinished } from './download-act.ts'
import { DownloadActIcon } from './download-act-icon.tsx'
import { downloadedFraction, downloadWords } from './download-words.ts'
import styles from './downloads-view.module.css'

/** A download in the list: how it stands, and what can be done with it. */
export function DownloadRow({ download }: { download: Download }) {
  const { episodeId, title, state } = download
  const unfinished = isUnfinished(download)
  return (
    <>
      <div className={styles.about}>
        <button type="button" className={styles.episode} onClick={() => openEpisode(episodeId)}>
          {title}
        </button>
        <p className={styles.state} data-state={state}>
          {downloadWords(download)}
        </p>
        {unfinished && state !== 'failed' ? (
          <ProgressBar
            label={`Download of ${title}`}
            value={state === 'queued' ? 'waiting' : (downloadedFraction(download) ?? 'unknown')}
          />
        ) : null}
      </div>
      <NextButton download={download} />
      <IconButton
        label={unfinished ? `Cancel download: ${title}` : `Remove download: ${title}`}
        icon={unfinished ? <X size={16} /> : <Trash2 size={16} />}
        onClick={() => void removeDownload(download)}
      />
    </>
  )
}

/** What comes next; the same button all the while, so that the focus stays on it. */
function NextButton({ download }: { download: Download }) {
  const { episodeId, title, state } = download
  const act = downloadAct(download)
  const plays = state === 'complete'
  return (
    <IconButton
      label={plays ? `Play ${title}` : `${downloadActNames[act]}: ${title}`}
      icon={plays ? <Play size={16} /> : <DownloadActIcon act={act} size={16} />}
      onClick={() => void (plays ? playEpisode(episodeId) : takeUp(download))}
    />
  )
}
