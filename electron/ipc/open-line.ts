import { MessageChannelMain, type WebContents } from 'electron'
import { lineChannel } from '../../shared/ipc/channels.ts'
import { failure, success } from '../../shared/result.ts'
import type { DeskParts, Handlers } from './call-desk.ts'
import { serveLine } from './line.ts'

/** Gives a worker of the page a port of its own. `heard` is told of its first message: the worker is there. */
export function createOpenLine(parts: {
  page: () => WebContents | undefined
  handlers: () => Handlers
  log: DeskParts['log']
  heard: (page: WebContents) => void
}): Handlers['sync.open-line'] {
  return ({ lineId }) => {
    const page = parts.page()
    if (page === undefined) return failure('internal', 'The window is gone.')
    const { port1, port2 } = new MessageChannelMain()
    port1.once('message', () => parts.heard(page))
    serveLine(port1, { handlers: parts.handlers(), log: parts.log })
    page.postMessage(lineChannel, lineId, [port2])
    return success(null)
  }
}
