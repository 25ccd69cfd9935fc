import { X } from 'lucide-react'
import { Button } from '../elements/button.tsx'
import { IconButton } from '../elements/icon-button.tsx'
import { dismissNotice, type Notice, useNotices } from './notice.ts'
import styles from './notices.module.css'

export function Notices() {
  const notices = useNotices((state) => state.notices)
  return (
    <div role="status" aria-live="polite" aria-atomic={false} aria-label="Notices" className={styles.stack}>
      {notices.map((notice) => (
        <OneNotice key={notice.id} id={notice.id} notice={notice} />
      ))}
    </div>
  )
}

function OneNotice({ id, notice }: { id: number; notice: Notice }) {
  const { text, action, tone = 'plain' } = notice
  return (
    <div className={styles.notice} data-tone={tone}>
      {/* The time it stays is an animation, so that the style sheet can stop it under pointer and focus. */}
      <span className={styles.time} onAnimationEnd={() => dismissNotice(id)} />
      <p className={styles.text}>{text}</p>
      {action === undefined ? null : (
        <Button
          tone="quiet"
          className={styles.action}
          onClick={() => {
            dismissNotice(id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Dismiss" size="small" icon={<X size={14} />} onClick={() => dismissNotice(id)} />
    </div>
  )
}
