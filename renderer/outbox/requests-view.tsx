import { Captions } from 'lucide-react'
import type { TranscriptionRequest } from '../../shared/models/transcription-request.ts'
import { useConnectivity } from '../connectivity/store.ts'
import { requestsNewestFirst } from '../db/requests.ts'
import { useLive } from '../db/use-live.ts'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { View } from '../elements/view.tsx'
import { goTo } from '../shell/open.ts'
import { RequestItem } from './request-item.tsx'
import { hasATime } from './request-status.ts'
import { useNow } from './use-now.ts'

/** Every transcript that was asked for, newest first, and how each request stands. */
export function RequestsView() {
  const requests = useLive(requestsNewestFirst, [])
  const online = useConnectivity((state) => state.online)
  const nowMs = useNow(requests?.some(hasATime) === true)
  return (
    <View title="Requests" label="Transcription requests">
      {requests === undefined ? null : <RequestList requests={requests} online={online} nowMs={nowMs} />}
    </View>
  )
}

type RequestListProps = { requests: readonly TranscriptionRequest[]; online: boolean; nowMs: number }

export function RequestList({ requests, online, nowMs }: RequestListProps) {
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
        <RequestItem key={request.id} request={request} online={online} nowMs={nowMs} />
      ))}
    </ul>
  )
}
