import { HardDriveDownload } from 'lucide-react'
import { bytesText } from '../../shared/formats/bytes-text.ts'
import type { Download } from '../../shared/models/download.ts'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { View } from '../elements/view.tsx'
import { useSettings } from '../settings/store.ts'
import { goTo } from '../shell/open.ts'
import { automaticRoomText } from './automatic-room-text.ts'
import { DownloadRow } from './download-row.tsx'
import styles from './downloads-view.module.css'
import { listDownloads, useDownloads } from './store.ts'

/** Audio that is on this computer, or on its way there. */
export function DownloadsView() {
  const { downloads, problem } = useDownloads()
  const mostGigabytes = useSettings((settings) => settings.autoDownloadGigabytes)
  const bytes = (downloads ?? []).reduce((sum, download) => sum + download.receivedBytes, 0)
  const roomText = automaticRoomText(downloads ?? [], mostGigabytes)
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
          Press Download on an episode, and it plays without a network. New episodes come by themselves where
          you switch that on, in the details of a podcast.
        </EmptyState>
      ) : null}
      {roomText === null ? null : <p className={styles.full}>{roomText}</p>}
      {downloads === null || downloads.length === 0 ? null : (
        <ul aria-label="Downloaded episodes">
          {newestFirst(downloads).map((download) => (
            <li key={download.episodeId} className={styles.row}>
              <DownloadRow download={download} />
            </li>
          ))}
        </ul>
      )}
    </View>
  )
}

/** By when they were asked for, so that none changes its place as it goes on. */
function newestFirst(downloads: readonly Download[]): Download[] {
  return downloads.toSorted((one, other) => other.createdAt.localeCompare(one.createdAt))
}
