import type { CallInput, CallName, CallValue, EventName, Events } from '../shared/ipc/contract.ts'
import { failure, type Result } from '../shared/result.ts'

/** What `electron/preload.ts` exposes. */
type ExposedBridge = {
  call: (name: string, input: unknown) => Promise<unknown>
  listen: (listener: (name: string, payload: unknown) => void) => () => void
}

declare global {
  const earmark: ExposedBridge
}

/** Asks the main process. Never rejects: a bridge that is gone is a problem like any other. */
export async function call<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<Result<CallValue<Name>>> {
  try {
    return (await earmark.call(name, input)) as Result<CallValue<Name>>
  } catch {
    return failure(
      'internal',
      'Earmark’s other half did not answer. Please try again, or start Earmark anew.',
    )
  }
}

/** Hears one event of the main process; returns how to stop. */
export function listen<Name extends EventName>(
  name: Name,
  hear: (payload: Events[Name]) => void,
): () => void {
  return earmark.listen((heard, payload) => {
    if (heard === name) hear(payload as Events[Name])
  })
}
