import { Captions } from 'lucide-react'
import type { TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import { requestsNewestFirst } from '../db/requests.ts'
import { useLive } from '../db/use-live.ts'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { View } from '../elements/view.tsx'
import { goTo } from '../shell/open.ts'
import { RequestItem } from './request-item.tsx'
import { type Circumstances, hasATime } from './request-status.ts'
import styles from './requests-view.module.css'
import { useCircumstances } from './use-circumstances.ts'
import { useKeptFocus } from './use-kept-focus.ts'

/** Every transcript that was asked for, newest first, and how each request stands. */
export function RequestsView() {
  const requests = useLive(requestsNewestFirst, [])
  const now = useCircumstances(requests?.some(hasATime) === true)
  return (
    <View title="Requests" label="Transcription requests">
      {requests === undefined ? null : <RequestList requests={requests} now={now} />}
    </View>
  )
}

type RequestListProps = { requests: readonly TranscriptionRequest[]; now: Circumstances }

export function RequestList({ requests, now }: RequestListProps) {
  const content = useKeptFocus<HTMLDivElement>(requests.length === 0 ? 'empty' : 'filled')
  return (
    <div className={styles.content} {...content}>
      <Content requests={requests} now={now} />
    </div>
  )
}

function Content({ requests, now }: RequestListProps) {
  if (requests.length === 0) {
    return (
      <EmptyState
        icon={<Captions size={20} />}
        title="No transcripts asked for"
        action={<Button onClick={() => goTo('library')}>Go to the library</Button>}
      >
        Open an episode that has none and press Request transcript. You can do that offline too: the request
        leaves once you are online.
      </EmptyState>
    )
  }
  return (
    <ul aria-label="Requests">
      {requests.map((request) => (
        <RequestItem key={request.id} request={request} now={now} />
      ))}
    </ul>
  )
}
