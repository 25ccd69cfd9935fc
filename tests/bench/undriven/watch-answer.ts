/** Instants in epoch milliseconds. */
export type Answer = {
  /** The list of episodes was painted. */
  listAtMs: number
  /** An episode that was pressed in it was. */
  answeredAtMs: number
}

/** For what runs in a page that may not have begun, where nothing outside of it is there: what else it needs is handed to it. */
export type InPage = {
  /** Waits for what the document's tree is to have. */
  once: <Found>(look: () => Found | null) => Promise<Found>
  /** Resolves with the instant, in epoch milliseconds, at which what is in the tree now was painted. */
  painted: () => Promise<number>
}

/** Evaluates in the page what a function gives that is handed the above. */
export function expressionOf(run: (inPage: InPage) => Promise<unknown>): string {
  return `(${run})({ once: ${once}, painted: ${painted} })`
}

/** Waits for the list of episodes, presses one that is not shown, and waits until it is. */
export async function watchAnswer({ once, painted }: InPage): Promise<Answer> {
  const wasLate = document.querySelector('ul[aria-label="Episodes"] li') !== null
  if (wasLate) throw new Error('The page was met too late.')
  const row = await once(() =>
    document.querySelector<HTMLElement>('ul[aria-label="Episodes"] [data-row]:not([aria-current])'),
  )
  const listAtMs = painted()
  row.click()
  const title = row.firstElementChild?.textContent
  await once(() => (document.querySelector('article h1')?.textContent === title ? title : null))
  return { listAtMs: await listAtMs, answeredAtMs: await painted() }
}

function once<Found>(look: () => Found | null): Promise<Found> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(lookNow)
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    function lookNow(): void {
      const found = look()
      if (found === null) return
      observer.disconnect()
      resolve(found)
    }
    lookNow()
  })
}

function painted(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      // After the frame, not before it.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
      port2.postMessage(null)
    })
  })
}
