import { reportFault } from '../../shell/faults.ts'
import workletAddress from './worklet.ts?worker&url'

export type GraphContext = {
  context: AudioContext
  /** Resolves to whether the processors of `worklet.ts` are there. */
  processors: Promise<boolean>
}

let made: GraphContext | null = null

/** What needs it to run just now. */
const users = new Set<object>()

/** The one context of the page, made when it is asked for first; `null` where there can be none. */
export function graphContext(): GraphContext | null {
  made ??= makeContext()
  return made
}

/** While anything uses it, it runs; else it stands still and costs nothing. An element that plays through it waits for it. */
export function runContext(user: object): void {
  users.add(user)
  if (made !== null && made.context.state !== 'running') void made.context.resume().catch(reportFault)
}

export function leaveContext(user: object): void {
  users.delete(user)
  if (made !== null && users.size === 0) void made.context.suspend().catch(reportFault)
}

function makeContext(): GraphContext | null {
  try {
    const context = new AudioContext({ latencyHint: 'balanced' })
    const processors = context.audioWorklet.addModule(workletAddress).then(
      () => true,
      (fault: unknown) => {
        reportFault(fault)
        return false
      },
    )
    // It runs as soon as it is made.
    if (users.size === 0) void context.suspend().catch(reportFault)
    return { context, processors }
  } catch (fault) {
    reportFault(fault)
    return null
  }
}
