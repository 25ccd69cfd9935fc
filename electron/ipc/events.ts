import type { WebContents } from 'electron'
import { eventChannel } from '../../shared/ipc/channels.ts'
import type { EventName, Events } from '../../shared/ipc/contract.ts'

export type EventSender = {
  send: <Name extends EventName>(name: Name, payload: Events[Name]) => void
  /** The page has made its first call: it hears at once what makes no sense later. */
  pageIsThere: (contents: WebContents) => void
  /** The page listens from now on; what was told before is delivered. */
  pageIsListening: (contents: WebContents) => void
  pageIsGone: () => void
}

/** A page that is on the screen can be closed, and told by its menu what to do, before all that it does has begun. */
const heardAtOnce: ReadonlySet<EventName> = new Set(['app.closing', 'app.sleeping', 'menu.command'])

/** Tells the page things. What happens before it listens waits, and of each event only the newest is kept. */
export function createEventSender(): EventSender {
  let page: WebContents | null = null
  let begun: WebContents | null = null
  const held = new Map<EventName, unknown>()

  return {
    send: (name, payload) => {
      const hearer = page ?? (heardAtOnce.has(name) ? begun : null)
      if (hearer === null || hearer.isDestroyed()) held.set(name, payload)
      else hearer.send(eventChannel, name, payload)
    },
    pageIsThere: (contents) => {
      begun = contents
    },
    pageIsListening: (contents) => {
      page = contents
      for (const [name, payload] of held) contents.send(eventChannel, name, payload)
      held.clear()
    },
    pageIsGone: () => {
      page = null
      begun = null
    },
  }
}
