import type { ReactNode } from 'react'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import styles from './stopped.module.css'

/** Instead of the app, when it cannot or must not start. */
export function Stopped({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={styles.stopped} role="alert">
      <EmptyState title={title} action={<Button onClick={() => location.reload()}>Try again</Button>}>
        {children}
      </EmptyState>
    </main>
  )
}
