import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { startUndriven } from '../undriven/undriven-app.ts'
import { watchStart } from './watch-start.ts'

const momentsSchema = z.object({ answeredAtMs: z.number(), notesAtMs: z.number() })

/** Milliseconds from the launch of the program. */
export type StartTime = {
  /** The list of episodes is there, and an episode that was pressed in it is shown. */
  answeredMs: number
  /** After that, the view of all notes is there. */
  notesMs: number
}

const limitMs = 60_000
/** Nothing is to come in meanwhile. */
const nobody = 'http://127.0.0.1:9'

/** Starts an app as a person does, ends it and gives how long it took. */
export async function measureStart(appFolder: string, dataDirectory: string): Promise<StartTime> {
  const begunAtMs = Date.now()
  const program = await startUndriven({ appFolder, dataDirectory, apiBaseUrl: nobody })
  try {
    const watched = await Promise.race([
      program.page.evaluate(`(${watchStart})()`),
      pause(limitMs, null, { ref: false }),
    ])
    const moments = momentsSchema.parse(watched)
    return { answeredMs: moments.answeredAtMs - begunAtMs, notesMs: moments.notesAtMs - begunAtMs }
  } finally {
    await program.end()
  }
}
