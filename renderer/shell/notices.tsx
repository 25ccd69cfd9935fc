import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../elements/button.tsx'
import { IconButton } from '../elements/icon-button.tsx'
import { dismissNotice, type Notice, useNotices } from './notice.ts'
import styles from './notices.module.css'

/** Long enough to read it, reach it by keyboard and act. */
const shownMs = 9000

export function Notices() {
  const notices = useNotices((state) => state.notices)
  return (
    <div role="status" aria-live="polite" aria-label="Notices" className={styles.stack}>
      {notices.map((notice) => (
        <OneNotice key={notice.id} id={notice.id} notice={notice} />
      ))}
    </div>
  )
}

function OneNotice({ id, notice }: { id: number; notice: Notice }) {
  const [held, setHeld] = useState(false)

  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => dismissNotice(id), shownMs)
    return () => clearTimeout(timer)
  }, [id, held])

  const { text, action, tone = 'plain' } = notice
  return (
    <div
      role="group"
      aria-label="Notice"
      className={styles.notice}
      data-tone={tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
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
