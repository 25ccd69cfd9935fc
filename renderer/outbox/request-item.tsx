import { Ban, CircleAlert, CircleCheck, Clock, Hourglass, MailCheck, Send } from 'lucide-react'
import type { RequestState, TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import { openEpisode } from '../shell/open.ts'
import { RequestActions } from './request-actions.tsx'
import styles from './request-item.module.css'
import { type Circumstances, requestStatus } from './request-status.ts'
import { useKeptFocus } from './use-kept-focus.ts'

const icons: Readonly<Record<RequestState, typeof Clock>> = {
  waiting: Clock,
  sending: Send,
  accepted: MailCheck,
  processing: Hourglass,
  ready: CircleCheck,
  failed: CircleAlert,
  cancelled: Ban,
}

const dayAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

type RequestItemProps = { request: TranscriptionRequest; now: Circumstances }

/** One request: what for, how it stands and why, and what can be done about it. */
export function RequestItem({ request, now }: RequestItemProps) {
  const status = requestStatus(request, now)
  const Icon = icons[request.state]
  const actions = useKeptFocus<HTMLDivElement>(request.state)
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.episode}
        dir="auto"
        title={request.episodeTitle}
        onClick={() => openEpisode(request.episodeId)}
      >
        {request.episodeTitle}
      </button>
      <p className={styles.origin}>
        <span dir="auto">{request.podcastTitle}</span>
        <span aria-hidden="true"> · </span>
        <time dateTime={request.askedAt}>{dayAndTime.format(Date.parse(request.askedAt))}</time>
      </p>
      <p className={styles.status} data-state={request.state}>
        <Icon size={14} aria-hidden="true" />
        <span>{status.words}</span>
      </p>
      {status.reason === null ? null : <p className={styles.reason}>{status.reason}</p>}
      <div className={styles.actions} {...actions}>
        <RequestActions request={request} />
      </div>
    </li>
  )
}
