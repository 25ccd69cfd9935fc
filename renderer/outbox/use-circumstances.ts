import { useServiceHold } from '../connectivity/service-hold.ts'
import { useConnectivity } from '../connectivity/store.ts'
import { believed } from './due.ts'
import type { Circumstances } from './request-status.ts'
import { useNow } from './use-now.ts'

/** What the words for a request depend on beside itself; the time is kept fresh while `ticking`. */
export function useCircumstances(ticking: boolean): Circumstances {
  const online = useConnectivity((state) => state.online)
  const nowMs = useNow(ticking)
  const heldUntilMs = useServiceHold((state) => state.untilMs)
  return { online, nowMs, heldUntilMs: believed(heldUntilMs, nowMs) }
}
