import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { callChannel, cancelChannel } from '../../shared/ipc/channels.ts'
import { failure, type Result } from '../../shared/result.ts'
import type { CallDesk } from './call-desk.ts'

type GateParts = {
  /** The gate is open before anybody is behind it: what is called until then waits. */
  desk: Promise<CallDesk>
  log: { warn: (text: string) => void }
  ipc: Pick<IpcMain, 'handle'> & {
    on: (channel: string, listener: (event: IpcMainEvent, ...given: unknown[]) => void) => unknown
  }
  /** Only the main frame of the app's own window is listened to. */
  isOurPage: (event: IpcMainInvokeEvent | IpcMainEvent) => boolean
}

export type Gate = {
  /** Nobody waits for the answers to its calls any more. */
  pageIsGone: () => void
}

/** The page's way in: a known sender, then the desk. */
export function openGate({ ipc, desk, isOurPage, log }: GateParts): Gate {
  ipc.on(cancelChannel, (event, id: unknown) => {
    if (isOurPage(event)) tell(({ cancel }) => cancel(id))
  })
  ipc.handle(
    callChannel,
    async (event, name: unknown, input: unknown, id: unknown): Promise<Result<unknown>> => {
      if (!isOurPage(event)) {
        log.warn(`refused a call from ${event.senderFrame?.url ?? 'a frame that is gone'}`)
        return failure('bad-arguments', 'Only Earmark’s own page may ask this.')
      }
      return (await desk).answer(name, input, id)
    },
  )
  return { pageIsGone: () => tell(({ cancelAll }) => cancelAll()) }

  /** Where nobody comes the app ends, and says why. */
  function tell(what: (desk: CallDesk) => void): void {
    desk.then(what, () => {})
  }
}
