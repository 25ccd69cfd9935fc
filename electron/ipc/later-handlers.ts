import type { CallInput, CallName } from '../../shared/ipc/contract.ts'
import type { Handlers } from './call-desk.ts'

/** Handlers that are made when one of them is asked for the first time. */
export function laterHandlers<Name extends CallName>(
  names: readonly Name[],
  load: () => Promise<{ [Each in Name]: Handlers[Each] }>,
): { [Each in Name]: Handlers[Each] } {
  function later<Each extends Name>(name: Each) {
    return async (input: CallInput<Each>, signal: AbortSignal) => (await load())[name](input, signal)
  }
  return Object.fromEntries(names.map((name) => [name, later(name)])) as { [Each in Name]: Handlers[Each] }
}
