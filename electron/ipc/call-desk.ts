import type { CallInput, CallName, CallValue } from '../../shared/ipc/contract.ts'
import { callSchemas } from '../../shared/ipc/schemas.ts'
import { failure, type Result } from '../../shared/result.ts'

type Answer<Value> = Result<Value> | Promise<Result<Value>>
/** `signal` is aborted when the page takes its call back, and when the page is gone. */
export type Handlers = {
  [Name in CallName]: (input: CallInput<Name>, signal: AbortSignal) => Answer<CallValue<Name>>
}

export type DeskParts = {
  handlers: Handlers
  log: { warn: (text: string) => void; error: (text: string, error: unknown) => void }
}

export type CallDesk = {
  /** Never rejects. All that is given comes from outside. */
  answer: (name: unknown, input: unknown, id: unknown) => Promise<Result<unknown>>
  cancel: (id: unknown) => void
  /** Nobody waits for the answers any more. */
  cancelAll: () => void
}

/** Answers the calls of one caller: known name, parsed argument, caught errors, and each can be taken back by its id. */
export function openCallDesk({ handlers, log }: DeskParts): CallDesk {
  const underWay = new Map<string, AbortController>()

  async function answer(name: unknown, input: unknown, id: unknown): Promise<Result<unknown>> {
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
      return await handled(handlers, name, input, canceller.signal, log)
    } catch (error) {
      log.error(`the handler of ${name} threw`, error)
      return failure(
        'internal',
        'Something in Earmark went wrong. Nothing you wrote was touched; the log has the details.',
      )
    } finally {
      if (isCallId(id)) underWay.delete(id)
    }
  }

  return {
    answer,
    cancel: (id) => {
      if (isCallId(id)) underWay.get(id)?.abort()
    },
    cancelAll: () => {
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

function handled<Name extends CallName>(
  handlers: Handlers,
  name: Name,
  input: unknown,
  signal: AbortSignal,
  log: DeskParts['log'],
): Answer<CallValue<Name>> {
  const parsed = callSchemas[name].safeParse(input)
  if (!parsed.success) {
    log.warn(`refused the arguments of ${name}: ${parsed.error.message.slice(0, 400)}`)
    return failure('bad-arguments', 'Earmark’s page sent something that its other half does not understand.')
  }
  return handlers[name](parsed.data, signal)
}
