import { HardDriveDownload, Play, RotateCw, Trash2, X } from 'lucide-react'
import type { Download } from '../../shared/models/download.ts'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { IconButton } from '../elements/icon-button.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { View } from '../elements/view.tsx'
import { playEpisode } from '../player/actions.ts'
import { goTo, openEpisode } from '../shell/open.ts'
import { removeDownload, startDownload } from './actions.ts'
import { bytesText, downloadedFraction, downloadWords } from './download-words.ts'
import styles from './downloads-view.module.css'
import { listDownloads, useDownloads } from './store.ts'

/** Audio that is on this computer, or on its way there. */
export function DownloadsView() {
  const { downloads, problem } = useDownloads()
  const bytes = (downloads ?? []).reduce((sum, download) => sum + download.receivedBytes, 0)
  return (
    <View title="Downloads" label="Downloaded audio" total={bytes > 0 ? bytesText(bytes) : null}>
      {problem === null ? null : (
        <EmptyState
          title="The downloads could not be listed"
          action={<Button onClick={() => void listDownloads()}>Try again</Button>}
        >
          {problem.message}
        </EmptyState>
      )}
      {downloads?.length === 0 ? (
        <EmptyState
          icon={<HardDriveDownload size={20} />}
          title="Nothing downloaded yet"
          action={<Button onClick={() => goTo('library')}>Go to the library</Button>}
        >
          Press Download on an episode, and it plays without a network.
        </EmptyState>
      ) : null}
      {downloads === null || downloads.length === 0 ? null : (
        <ul aria-label="Downloaded episodes">
          {downloads.map((download) => (
            <li key={download.episodeId} className={styles.row}>
              <DownloadRow download={download} />
            </li>
          ))}
        </ul>
      )}
    </View>
  )
}

function DownloadRow({ download }: { download: Download }) {
  const { episodeId, title, state } = download
  const underWay = state === 'queued' || state === 'running'
  return (
    <>
      <div className={styles.about}>
        <button type="button" className={styles.episode} onClick={() => openEpisode(episodeId)}>
          {title}
        </button>
        <p className={styles.state} data-state={state}>
          {downloadWords(download)}
        </p>
        {underWay ? (
          <ProgressBar
            label={`Download of ${title}`}
            value={state === 'queued' ? 'waiting' : (downloadedFraction(download) ?? 'unknown')}
          />
        ) : null}
      </div>
      {state === 'complete' ? (
        <IconButton
          label={`Play ${title}`}
          icon={<Play size={16} />}
          onClick={() => void playEpisode(episodeId)}
        />
      ) : null}
      {state === 'failed' ? (
        <IconButton
          label={`Try again: ${title}`}
          icon={<RotateCw size={16} />}
          onClick={() => void startDownload(episodeId, title)}
        />
      ) : null}
      <IconButton
        label={underWay ? `Cancel download: ${title}` : `Remove download: ${title}`}
        icon={underWay ? <X size={16} /> : <Trash2 size={16} />}
        onClick={() => void removeDownload(episodeId)}
      />
    </>
  )
}
