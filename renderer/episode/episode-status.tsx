import type { EpisodeId } from '../../shared/models/identity.ts'
import { requestOf } from '../db/requests.ts'
import { useLive } from '../db/use-live.ts'
import { useDownloadOf } from '../downloads/store.ts'
import { hasATime } from '../outbox/request-status.ts'
import { useCircumstances } from '../outbox/use-circumstances.ts'
import { goTo } from '../shell/open.ts'
import { DownloadLine } from './download-line.tsx'
import styles from './episode-status.module.css'
import { requestWords } from './request-words.ts'

/** How the download and the request of this episode stand; nothing while there is neither. */
export function EpisodeStatus({ episodeId }: { episodeId: EpisodeId }) {
  const download = useDownloadOf(episodeId)
  const request = useLive(() => requestOf(episodeId), [episodeId])
  const now = useCircumstances(request !== undefined && hasATime(request))
  const asked = request === undefined ? null : requestWords(request, now)
  if (download === null && asked === null) return null

  return (
    <div className={styles.status}>
      {download === null ? null : <DownloadLine download={download} />}
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
