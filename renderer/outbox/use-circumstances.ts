import { useConnectivity } from '../connectivity/store.ts'
import { outboxRequests } from '../db/requests.ts'
import { useLive } from '../db/use-live.ts'
import { allHeldUntilMs } from './due.ts'
import type { Circumstances } from './request-status.ts'
import { useNow } from './use-now.ts'

/** What the words for a request depend on beside itself; the time is kept fresh while `ticking`. */
export function useCircumstances(ticking: boolean): Circumstances {
  const online = useConnectivity((state) => state.online)
  const nowMs = useNow(ticking)
  const requests = useLive(outboxRequests, [])
  return { online, nowMs, heldUntilMs: allHeldUntilMs(requests ?? [], nowMs) }
}
