import { WifiOff } from 'lucide-react'
import { useState } from 'react'
import { call } from '../bridge.ts'
import { useConnectivity } from '../connectivity/store.ts'
import { Button } from '../elements/button.tsx'
import { announce } from './announce.ts'
import styles from './offline-banner.module.css'

/** Offline is a state, not an error. The status is always there, so that its text is read out when it comes. */
export function OfflineBanner() {
  const online = useConnectivity((state) => state.online)
  const [checking, setChecking] = useState(false)

  async function tryAgain(): Promise<void> {
    setChecking(true)
    const answer = await call('connectivity.check', null)
    setChecking(false)
    announce(answer.ok && answer.value.reachable ? 'Online again.' : 'Still offline.')
  }

  return (
    <div role="status" aria-label="Connection" className={styles.status}>
      {online ? null : (
        <div className={styles.banner}>
          <WifiOff size={14} aria-hidden="true" />
          <span>Offline. Everything you have seen is here; requests wait.</span>
          <Button tone="quiet" className={styles.again} busy={checking} onClick={() => void tryAgain()}>
            Try again
          </Button>
        </div>
      )}
    </div>
  )
}
