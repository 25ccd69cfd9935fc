import { setPriority } from 'node:os'

const behind = 10

/**
 * The stand-in and the driver run in this process, and in life on other machines: while the app is measured they take
 * what it leaves of the cores. Gives back how to end that, which only root can.
 */
export function stepBehindTheApp(say: (line: string) => void): () => void {
  setPriority(behind)
  return () => {
    try {
      setPriority(0)
    } catch {
      say('the stand-in stays behind whatever is measured: only root can bring it forward again')
    }
  }
}
