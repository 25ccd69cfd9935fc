import { stat } from 'node:fs/promises'
import { homeFiles } from '../reading/home-files.ts'
import { readArguments, type Task } from './arguments.ts'
import { listFiles, listRows, type Say } from './list.ts'
import { rescueFile, rescueHome } from './rescue.ts'
import { usage } from './usage.ts'

/** Gives the exit code. `say` is standard output, `tell` standard error; both take a line. */
export async function runCommand(args: readonly string[], say: Say, tell: Say): Promise<0 | 1 | 2> {
  const task = readArguments(args)
  if (!task.ok) {
    tell(`${task.problem.message}\nnpm run journal -- --help tells what it takes.`)
    return 2
  }
  if (task.value.kind === 'help') {
    say(usage.trimEnd())
    return 0
  }
  try {
    return (await carryOut(task.value, say, tell)) ? 0 : 1
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error))
    return 2
  }
}

/** `true` when everything was whole. */
async function carryOut(task: Exclude<Task, { kind: 'help' }>, say: Say, tell: Say): Promise<boolean> {
  const isFolder = (await stat(task.path)).isDirectory()
  const paths = isFolder ? await pathsIn(task.path) : [task.path]
  switch (task.kind) {
    case 'list':
      return listFiles(paths, say)
    case 'rows':
      return listRows(paths, say, tell)
    case 'rescue': {
      const what = await (isFolder ? rescueHome : rescueFile)(task.path, task.out)
      tell(`Wrote ${what} to ${task.out}.`)
      return listRows(paths, () => {}, tell)
    }
  }
}

/** Snapshots, oldest first, then the journal, as they were written. */
async function pathsIn(folder: string): Promise<string[]> {
  const { segments, snapshots } = await homeFiles(folder, null)
  return [...snapshots.reverse(), ...segments].map(({ path }) => path)
}
