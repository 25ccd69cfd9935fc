import { create } from 'zustand'
import { call, listen } from '../bridge.ts'

type Connectivity =
  | { online: true; cause: null }
  /** `system`: the machine has no network. `service`: it has, and the service does not answer. */
  | { online: false; cause: 'system' | 'service' }

const online: Connectivity = { online: true, cause: null }
const withoutSystem: Connectivity = { online: false, cause: 'system' }
const withoutService: Connectivity = { online: false, cause: 'service' }

/**
 * A system can say "offline" in error (virtual adapters, some VPNs) and never take it back, so its word is checked
 * against the service this often.
 */
const doubtSystemMs = 60_000

export const useConnectivity = create<Connectivity>(() => online)

/**
 * Keeps `useConnectivity` right; the newest signal wins. `reachable` is what the main process knows at the start.
 * It is the one that asks again while the service does not answer. Returns how to stop.
 */
export function startConnectivity(reachable: boolean): () => void {
  let signals = 0
  let doubt: ReturnType<typeof setTimeout> | undefined

  function settle(connectivity: Connectivity): void {
    signals += 1
    clearTimeout(doubt)
    if (connectivity.cause === 'system') doubt = setTimeout(askService, doubtSystemMs)
    if (useConnectivity.getState().cause !== connectivity.cause) useConnectivity.setState(connectivity, true)
  }

  async function askService(): Promise<void> {
    const { cause } = useConnectivity.getState()
    const asked = signals
    const answer = await call('connectivity.check', null)
    if (signals !== asked) return
    if (answer.ok && !answer.value.reachable) settle(cause === 'system' ? stillOffline() : withoutService)
    else settle(online)
  }

  function stillOffline(): Connectivity {
    return navigator.onLine ? withoutService : withoutSystem
  }

  const onOnline = (): void => void askService()
  const onOffline = (): void => settle(withoutSystem)
  const stopHearing = listen('connectivity.changed', (changed) => {
    if (changed.reachable) settle(online)
    else if (useConnectivity.getState().cause !== 'system') settle(withoutService)
  })
  window.addEventListener('online', onOnline)
  window.addEventListener('offline', onOffline)

  settle(reachable ? online : withoutService)
  if (!navigator.onLine) {
    settle(withoutSystem)
    void askService()
  }

  return () => {
    signals += 1
    clearTimeout(doubt)
    stopHearing()
    window.removeEventListener('online', onOnline)
    window.removeEventListener('offline', onOffline)
  }
}
