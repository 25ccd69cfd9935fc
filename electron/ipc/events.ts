import type { WebContents } from 'electron'
import { eventChannel } from '../../shared/ipc/channels.ts'
import type { EventName, Events } from '../../shared/ipc/contract.ts'

export type EventSender = {
  send: <Name extends EventName>(name: Name, payload: Events[Name]) => void
  /** The page listens from now on; what was told before is delivered. */
  pageIsListening: (contents: WebContents) => void
  pageIsGone: () => void
}

/** Tells the page things. What happens before it listens waits, and of each event only the newest is kept. */
export function createEventSender(): EventSender {
  let page: WebContents | null = null
  const held = new Map<EventName, unknown>()

  return {
    send: (name, payload) => {
      if (page === null || page.isDestroyed()) held.set(name, payload)
      else page.send(eventChannel, name, payload)
    },
    pageIsListening: (contents) => {
      page = contents
      for (const [name, payload] of held) contents.send(eventChannel, name, payload)
      held.clear()
    },
    pageIsGone: () => {
      page = null
    },
  }
}
