import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { callChannel } from '../../shared/ipc/channels.ts'
import type { CallInput, CallName, CallValue } from '../../shared/ipc/contract.ts'
import { callSchemas } from '../../shared/ipc/schemas.ts'
import { failure, type Result } from '../../shared/result.ts'

type Answer<Value> = Result<Value> | Promise<Result<Value>>
export type Handlers = { [Name in CallName]: (input: CallInput<Name>) => Answer<CallValue<Name>> }

type GateParts = {
  ipc: Pick<IpcMain, 'handle'>
  handlers: Handlers
  /** Only the main frame of the app's own window is listened to. */
  isOurPage: (event: IpcMainInvokeEvent) => boolean
  log: { warn: (text: string) => void; error: (text: string, error: unknown) => void }
}

/** The one way in: known sender, known name, parsed arguments, caught errors. */
export function openGate({ ipc, handlers, isOurPage, log }: GateParts): void {
  ipc.handle(callChannel, async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isOurPage(event)) {
      log.warn(`refused a call from ${event.senderFrame?.url ?? 'a frame that is gone'}`)
      return failure('bad-arguments', 'Only Earmark’s own page may ask this.')
    }
    if (!isCallName(name)) {
      log.warn(`refused an unknown call: ${String(name).slice(0, 80)}`)
      return failure('bad-arguments', 'Earmark knows no such call.')
    }
    try {
      return await answer(handlers, name, input, log)
    } catch (error) {
      log.error(`the handler of ${name} threw`, error)
      return failure(
        'internal',
        'Something in Earmark went wrong. Nothing you wrote was touched; the log has the details.',
      )
    }
  })
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(callSchemas, name)
}

function answer<Name extends CallName>(
  handlers: Handlers,
  name: Name,
  input: unknown,
  log: GateParts['log'],
): Answer<CallValue<Name>> {
  const parsed = callSchemas[name].safeParse(input)
  if (!parsed.success) {
    log.warn(`refused the arguments of ${name}: ${parsed.error.message.slice(0, 400)}`)
    return failure('bad-arguments', 'Earmark’s page sent something that its other half does not understand.')
  }
  return handlers[name](parsed.data)
}
