import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { callChannel, cancelChannel } from '../../shared/ipc/channels.ts'
import type { CallInput, CallName, CallValue } from '../../shared/ipc/contract.ts'
import { callSchemas } from '../../shared/ipc/schemas.ts'
import { failure, type Result } from '../../shared/result.ts'

type Answer<Value> = Result<Value> | Promise<Result<Value>>
/** `signal` is aborted when the page takes its call back, and when the page is gone. */
export type Handlers = {
  [Name in CallName]: (input: CallInput<Name>, signal: AbortSignal) => Answer<CallValue<Name>>
}

type GateParts = {
  ipc: Pick<IpcMain, 'handle'> & {
    on: (channel: string, listener: (event: IpcMainEvent, ...given: unknown[]) => void) => unknown
  }
  handlers: Handlers
  /** Only the main frame of the app's own window is listened to. */
  isOurPage: (event: IpcMainInvokeEvent | IpcMainEvent) => boolean
  log: { warn: (text: string) => void; error: (text: string, error: unknown) => void }
}

export type Gate = {
  /** Nobody waits for the answers to its calls any more. */
  pageIsGone: () => void
}

/** The one way in: known sender, known name, parsed arguments, caught errors. */
export function openGate({ ipc, handlers, isOurPage, log }: GateParts): Gate {
  const underWay = new Map<string, AbortController>()

  ipc.on(cancelChannel, (event, id: unknown) => {
    if (isOurPage(event) && isCallId(id)) underWay.get(id)?.abort()
  })
  ipc.handle(
    callChannel,
    async (event, name: unknown, input: unknown, id: unknown): Promise<Result<unknown>> => {
      if (!isOurPage(event)) {
        log.warn(`refused a call from ${event.senderFrame?.url ?? 'a frame that is gone'}`)
        return failure('bad-arguments', 'Only Earmark’s own page may ask this.')
      }
      if (!isCallName(name)) {
        log.warn(`refused an unknown call: ${String(name).slice(0, 80)}`)
        return failure('bad-arguments', 'Earmark knows no such call.')
      }
      if (isCallId(id) && underWay.has(id)) {
        log.warn(`refused a call of ${name} under the id of another one`)
        return failure('bad-arguments', 'Another call with the same id is under way.')
      }
      const canceller = new AbortController()
      if (isCallId(id)) underWay.set(id, canceller)
      try {
        return await answer(handlers, name, input, canceller.signal, log)
      } catch (error) {
        log.error(`the handler of ${name} threw`, error)
        return failure(
          'internal',
          'Something in Earmark went wrong. Nothing you wrote was touched; the log has the details.',
        )
      } finally {
        if (isCallId(id)) underWay.delete(id)
      }
    },
  )
  return {
    pageIsGone: () => {
      for (const canceller of underWay.values()) canceller.abort()
    },
  }
}

/** A UUID has 36 characters. */
function isCallId(id: unknown): id is string {
  return typeof id === 'string' && id.length > 0 && id.length <= 36
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(callSchemas, name)
}

function answer<Name extends CallName>(
  handlers: Handlers,
  name: Name,
  input: unknown,
  signal: AbortSignal,
  log: GateParts['log'],
): Answer<CallValue<Name>> {
  const parsed = callSchemas[name].safeParse(input)
  if (!parsed.success) {
    log.warn(`refused the arguments of ${name}: ${parsed.error.message.slice(0, 400)}`)
    return failure('bad-arguments', 'Earmark’s page sent something that its other half does not understand.')
  }
  return handlers[name](parsed.data, signal)
}
