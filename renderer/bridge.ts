import type { CallInput, CallName, CallValue, EventName, Events } from '../shared/ipc/contract.ts'
import { failure, type Result } from '../shared/result.ts'

/** What `electron/preload.ts` exposes. */
type ExposedBridge = {
  call: (name: string, input: unknown, id: string) => Promise<unknown>
  cancel: (id: string) => void
  listen: (listener: (name: string, payload: unknown) => void) => () => void
}

declare global {
  const earmark: ExposedBridge
}

/**
 * Asks the main process. Never rejects: a bridge that is gone is a problem like any other. Once `signal` is aborted the
 * main process lets go of what it does for this call, and answers `cancelled`.
 */
export async function call<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  signal?: AbortSignal,
): Promise<Result<CallValue<Name>>> {
  if (signal?.aborted === true) return failure('cancelled', 'Stopped before it was done.')
  const id = crypto.randomUUID()
  const cancel = (): void => earmark.cancel(id)
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    return (await earmark.call(name, input, id)) as Result<CallValue<Name>>
  } catch {
    return failure(
      'internal',
      'Earmark’s other half did not answer. Please try again, or start Earmark anew.',
    )
  } finally {
    signal?.removeEventListener('abort', cancel)
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

/**
 * A port over which a worker asks the main process by itself (`shared/ipc/line.ts`). Rejects where the main process gives
 * none.
 */
export function openLine(): Promise<MessagePort> {
  const lineId = crypto.randomUUID()
  const { promise, resolve, reject } = Promise.withResolvers<MessagePort>()
  function hear({ source, data, ports }: MessageEvent<unknown>): void {
    const [port] = ports
    if (source !== window || !isNotice(data, lineId) || port === undefined) return
    removeEventListener('message', hear)
    resolve(port)
  }
  addEventListener('message', hear)
  void call('sync.open-line', { lineId }).then((answer) => {
    if (answer.ok) return
    removeEventListener('message', hear)
    reject(new Error(answer.problem.message))
  })
  return promise
}

function isNotice(data: unknown, lineId: string): boolean {
  return typeof data === 'object' && data !== null && 'earmarkLine' in data && data.earmarkLine === lineId
}
