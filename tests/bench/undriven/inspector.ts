import { z } from 'zod'

/** A page's own debugger, spoken to without a driver, which would hold the start up. */
export type Inspector = {
  /** Evaluates an expression in the page and waits for the promise it gives. Rejects when the page goes away. */
  evaluate: (expression: string) => Promise<unknown>
  close: () => void
}

const targetsSchema = z.array(z.object({ url: z.string(), webSocketDebuggerUrl: z.string().optional() }))
const answerSchema = z.object({
  id: z.number(),
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
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let asked = 0
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = answerSchema.parse(JSON.parse(String(data)))
    const answered = waiting.get(id)
    waiting.delete(id)
    if (error !== undefined) answered?.reject(new Error(error.message))
    else if (result?.exceptionDetails !== undefined) answered?.reject(new Error(JSON.stringify(result)))
    else answered?.resolve(result?.result.value)
  })
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The page went away.'))
  })
  return {
    evaluate: (expression) => {
      asked += 1
      const answer = Promise.withResolvers<unknown>()
      waiting.set(asked, answer)
      const params = { expression, awaitPromise: true, returnByValue: true }
      socket.send(JSON.stringify({ id: asked, method: 'Runtime.evaluate', params }))
      return answer.promise
    },
    close: () => socket.close(),
  }
}
