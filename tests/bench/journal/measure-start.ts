import { z } from 'zod'
import { watchIn, withAnswered } from '../undriven/measure-answer.ts'
import { watchNotes } from './watch-notes.ts'

/** Milliseconds from the launch of the program. */
export type StartTime = {
  /** The list of episodes is there, and an episode that was pressed in it is shown. */
  answeredMs: number
  /** After that, the view of all notes is there. */
  notesMs: number
}

/** Starts an app as a person does, ends it and gives how long it took. */
export function measureStart(appFolder: string, dataDirectory: string): Promise<StartTime> {
  const begunAtMs = Date.now()
  return withAnswered({ appFolder, dataDirectory }, async (program, { answeredMs }) => ({
    answeredMs,
    notesMs: z.number().parse(await watchIn(program, watchNotes)) - begunAtMs,
  }))
}
