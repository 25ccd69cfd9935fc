import type { CallInput, CallValue } from '../../../shared/ipc/contract.ts'
import type { FromMain, LineCall, ToMain } from '../../../shared/ipc/line.ts'
import { failure, type Result } from '../../../shared/result.ts'

/** As `call` of the bridge, for what can be asked over a line. */
export type Ask = <Name extends LineCall>(
  name: Name,
  input: CallInput<Name>,
  signal: AbortSignal,
) => Promise<Result<CallValue<Name>>>

/** Asks over a line, which may come later than the first question. Once `signal` is aborted the answer is `cancelled`, at once. */
export function createLineCalls(line: Promise<MessagePort>): Ask {
  const waiting = new Map<string, (answer: Result<unknown>) => void>()
  void line.then((port) => {
    port.onmessage = ({ data: { id, answer } }: MessageEvent<FromMain>) => {
      waiting.get(id)?.(answer)
      waiting.delete(id)
    }
  })
  const send = async (message: ToMain): Promise<void> => (await line).postMessage(message)

  return <Name extends LineCall>(name: Name, input: CallInput<Name>, signal: AbortSignal) => {
    const cancelled = failure('cancelled', 'Stopped before it was done.')
    if (signal.aborted) return Promise.resolve(cancelled)
    const id = crypto.randomUUID()
    const { promise, resolve } = Promise.withResolvers<Result<CallValue<Name>>>()
    function takeBack(): void {
      waiting.delete(id)
      void send({ kind: 'cancel', id })
      resolve(cancelled)
    }
    signal.addEventListener('abort', takeBack, { once: true })
    waiting.set(id, (answer) => {
      signal.removeEventListener('abort', takeBack)
      // The answer to a call is of the call's kind: the main process derives both from one contract.
      resolve(answer as Result<CallValue<Name>>)
    })
    void send({ kind: 'call', id, name, input })
    return promise
  }
}
