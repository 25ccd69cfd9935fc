import type { NotifiedOf } from '../../shared/ipc/contract.ts'
import { type Result, success } from '../../shared/result.ts'

/** What is used of Electron's `Notification`. */
export type DesktopNotification = {
  show: () => void
  close: () => void
  on: (event: 'click', listener: () => void) => unknown
}

type NotificationParts = {
  /** `null` when the system shows none. */
  create: (words: { title: string; body: string }) => DesktopNotification | null
  /** Whether the person wants them. */
  allowed: () => boolean
  opened: (what: NotifiedOf) => void
}

/** One that nothing holds is collected, and its click is lost; older ones than these have long left the screen. */
const mostHeld = 20

/** Shows what is worth telling outside the window. One that is clicked says what it was about, once. */
export function createNotify({ create, allowed, opened }: NotificationParts) {
  const held: DesktopNotification[] = []

  return (input: { title: string; body: string; opens: NotifiedOf }): Result<null> => {
    const { title, body, opens } = input
    const notification = allowed() ? create({ title, body }) : null
    if (notification === null) return success(null)
    notification.on('click', () => {
      notification.close()
      opened(opens)
    })
    held.push(notification)
    if (held.length > mostHeld) held.shift()
    notification.show()
    return success(null)
  }
}
