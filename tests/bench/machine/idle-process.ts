import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** What the ticking process is told, and answers with to `stop`: milliseconds between two ticks each. */
export type TickerOrder = 'forget' | 'stop'

/** A process that ticks as the page's watch does and has nothing else to do, at the priority that programs have. */
export function watchIdleProcess(): { forget: () => void; stop: () => Promise<number[]> } {
  const child = fork(fileURLToPath(new URL('./ticker.ts', import.meta.url)))
  return {
    forget: () => child.send('forget' satisfies TickerOrder),
    stop: async () => {
      const answer = once(child, 'message')
      child.send('stop' satisfies TickerOrder)
      const [gaps] = await answer
      return gaps
    },
  }
}
