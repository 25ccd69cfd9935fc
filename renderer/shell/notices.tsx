import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '../elements/button.tsx'
import { IconButton } from '../elements/icon-button.tsx'
import { registerCommands } from './commands.ts'
import { dismissNotice, type Notice, takeAction, useNotices } from './notice.ts'
import styles from './notices.module.css'
import { useFocusGivenBack } from './use-focus-given-back.ts'

export function Notices() {
  const notices = useNotices((state) => state.notices)
  const stack = useRef<HTMLDivElement>(null)
  const focus = useFocusGivenBack(notices)

  useEffect(
    () =>
      registerCommands([
        {
          id: 'notice',
          label: 'Go to the newest notice, to undo for instance',
          group: 'App',
          keys: 'u',
          available: () => useNotices.getState().notices.length > 0,
          run: () => stack.current?.lastElementChild?.querySelector('button')?.focus(),
        },
      ]),
    [],
  )

  return (
    <div
      ref={stack}
      role="status"
      aria-live="polite"
      aria-atomic={false}
      aria-label="Notices"
      className={styles.stack}
      {...focus}
    >
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
        <Button tone="quiet" className={styles.action} onClick={() => takeAction(id)}>
          {action.label}
        </Button>
      )}
      <IconButton label="Dismiss" size="small" icon={<X size={14} />} onClick={() => dismissNotice(id)} />
    </div>
  )
}
