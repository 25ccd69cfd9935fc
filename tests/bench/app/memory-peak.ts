import { memoryMegabytes } from '../machine/process-tree.ts'

/** Each look makes the kernel walk the pages of all processes, so it is taken seldom. */
const everyMs = 2000

/** Memory of a program and all its processes, looked at now and then; `stop` gives the most that was seen, in MB. */
export function watchMemory(pid: number): { stop: () => number } {
  let most = memoryMegabytes(pid)
  const timer = setInterval(() => {
    most = Math.max(most, memoryMegabytes(pid))
  }, everyMs)
  return {
    stop: () => {
      clearInterval(timer)
      return Math.max(most, memoryMegabytes(pid))
    },
  }
}
