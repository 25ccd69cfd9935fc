import { z } from 'zod'

/** A page's own debugger, spoken to without a driver, which would hold the start up. */
export type Inspector = {
  /** Evaluates an expression in the page and waits for the promise it gives. Rejects when the page goes away. */
  evaluate: (expression: string) => Promise<unknown>
  close: () => void
}

const targetsSchema = z.array(z.object({ url: z.string(), webSocketDebuggerUrl: z.string().optional() }))
const answerSchema = z.object({
  result: z
    .object({ result: z.object({ value: z.unknown().optional() }), exceptionDetails: z.unknown().optional() })
    .optional(),
  error: z.object({ message: z.string() }).optional(),
})

/** `null` while the program has no such page. `browserAddress` is what it printed. */
export async function inspectPage(browserAddress: string, pageAddress: string): Promise<Inspector | null> {
  const answer = await fetch(`http://${new URL(browserAddress).host}/json/list`)
  const targets = targetsSchema.parse(await answer.json())
  const address = targets.find(({ url }) => url.startsWith(pageAddress))?.webSocketDebuggerUrl
  return address === undefined ? null : connect(address)
}

async function connect(address: string): Promise<Inspector> {
  const socket = new WebSocket(address)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => reject(new Error('The page’s debugger does not answer.')))
  })
  return {
    evaluate: (expression) =>
      new Promise((resolve, reject) => {
        socket.addEventListener('message', ({ data }) => {
          const { result, error } = answerSchema.parse(JSON.parse(String(data)))
          if (error !== undefined) reject(new Error(error.message))
          else if (result?.exceptionDetails !== undefined) reject(new Error(JSON.stringify(result)))
          else resolve(result?.result.value)
        })
        socket.addEventListener('close', () => reject(new Error('The page went away.')))
        const params = { expression, awaitPromise: true, returnByValue: true }
        socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }))
      }),
    close: () => socket.close(),
  }
}
