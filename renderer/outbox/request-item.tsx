import { Ban, CircleAlert, CircleCheck, Clock, RotateCw, Send, X } from 'lucide-react'
import type { RequestState, TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import { cancelRequest, requestTranscript, retryRequest } from '../db/requests.ts'
import { Button } from '../elements/button.tsx'
import { notify } from '../shell/notice.ts'
import { openEpisode } from '../shell/open.ts'
import styles from './request-item.module.css'
import { requestStatus } from './request-status.ts'

const icons: Readonly<Record<RequestState, typeof Clock>> = {
  waiting: Clock,
  sending: Send,
  accepted: CircleCheck,
  failed: CircleAlert,
  cancelled: Ban,
}

const dayAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })

type RequestItemProps = { request: TranscriptionRequest; online: boolean; nowMs: number }

/** One request: what for, how it stands and why, and what can be done about it. */
export function RequestItem({ request, online, nowMs }: RequestItemProps) {
  const status = requestStatus(request, online, nowMs, (atMs) => time.format(atMs))
  const Icon = icons[request.state]
  return (
    <li className={styles.item}>
      <div className={styles.about}>
        <button
          type="button"
          className={styles.episode}
          dir="auto"
          onClick={() => openEpisode(request.episodeId)}
        >
          {request.episodeTitle}
        </button>
        <p className={styles.origin}>
          <span dir="auto">{request.podcastTitle}</span>
          <span aria-hidden="true"> · </span>
          <time dateTime={request.createdAt}>{dayAndTime.format(Date.parse(request.createdAt))}</time>
        </p>
        <p className={styles.status} data-state={request.state}>
          <Icon size={14} aria-hidden="true" />
          <span>{status.words}</span>
        </p>
        {status.reason === null ? null : <p className={styles.reason}>{status.reason}</p>}
      </div>
      <RequestAction request={request} />
    </li>
  )
}

function RequestAction({ request }: { request: TranscriptionRequest }) {
  switch (request.state) {
    case 'waiting':
      return <CancelButton request={request} />
    case 'failed':
      return (
        <div className={styles.actions}>
          <Button
            icon={<RotateCw size={14} />}
            aria-label={`Try again: ${request.episodeTitle}`}
            onClick={() => void retryRequest(request.id)}
          >
            Try again
          </Button>
          <CancelButton request={request} />
        </div>
      )
    case 'sending':
    case 'accepted':
    case 'cancelled':
      return null
  }
}

function CancelButton({ request }: { request: TranscriptionRequest }) {
  return (
    <Button
      icon={<X size={14} />}
      aria-label={`Cancel the request for ${request.episodeTitle}`}
      onClick={() => void cancel(request)}
    >
      Cancel
    </Button>
  )
}

async function cancel(request: TranscriptionRequest): Promise<void> {
  const cancelled = await cancelRequest(request.id)
  if (cancelled === null) {
    notify({ text: 'The request was on its way already, so it could not be cancelled.', tone: 'failure' })
    return
  }
  notify({
    text: 'Request cancelled.',
    action: { label: 'Ask again', run: () => void askAgain(request) },
  })
}

async function askAgain({ episodeId, episodeTitle, podcastTitle }: TranscriptionRequest): Promise<void> {
  await requestTranscript({ id: episodeId, title: episodeTitle, podcastTitle })
}
