import type { EpisodeId } from '../../shared/models/identity.ts'
import { requestOf } from '../db/requests.ts'
import { useLive } from '../db/use-live.ts'
import { downloadedFraction, downloadWords } from '../downloads/download-words.ts'
import { useDownloadOf } from '../downloads/store.ts'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { hasATime } from '../outbox/request-status.ts'
import { useCircumstances } from '../outbox/use-circumstances.ts'
import { goTo } from '../shell/open.ts'
import styles from './episode-status.module.css'
import { requestWords } from './request-words.ts'

/** How the download and the request of this episode stand; nothing while there is neither. */
export function EpisodeStatus({ episodeId, title }: { episodeId: EpisodeId; title: string }) {
  const download = useDownloadOf(episodeId)
  const request = useLive(() => requestOf(episodeId), [episodeId])
  const now = useCircumstances(request !== undefined && hasATime(request))
  const asked = request === undefined ? null : requestWords(request, now)
  if (download === null && asked === null) return null

  const underWay = download?.state === 'queued' || download?.state === 'running'
  return (
    <div className={styles.status}>
      {download === null ? null : (
        <div className={styles.line} data-failed={download.state === 'failed'}>
          <span>{downloadWords(download)}</span>
          {underWay ? (
            <ProgressBar
              label={`Download of ${title}`}
              className={styles.progress}
              value={download.state === 'queued' ? 'waiting' : (downloadedFraction(download) ?? 'unknown')}
            />
          ) : null}
        </div>
      )}
      {asked === null ? null : (
        <p className={styles.line} data-failed={request?.state === 'failed'}>
          {asked}{' '}
          <button type="button" className={styles.link} onClick={() => goTo('requests')}>
            See requests
          </button>
        </p>
      )}
    </div>
  )
}
