/** `npm run api:check`: the first thing to run on the day the real service is at hand. See `usage.ts`. */
import packageFacts from '../../../package.json' with { type: 'json' }
import { createFetcher } from '../../net/fetcher.ts'
import { readArguments, type Task } from './arguments.ts'
import { checkFile } from './check-file.ts'
import { checkService } from './check-service.ts'
import { isLoopback } from './loopback.ts'
import { fileTable, serviceTable } from './table.ts'
import { usage } from './usage.ts'

// Paths count from where the person stood; `build/run.mjs` starts us in the root.
process.chdir(process.env.EARMARK_CALLED_FROM ?? '.')
// Whoever reads our output may leave before its end, as `head` does.
process.stdout.on('error', () => undefined)
process.exitCode = await run()

async function run(): Promise<0 | 1 | 2> {
  const task = readArguments(process.argv.slice(2), process.env)
  if (!task.ok) {
    process.stderr.write(`${task.problem.message}\nnpm run api:check -- --help tells what it takes.\n`)
    return 2
  }
  switch (task.value.kind) {
    case 'help':
      process.stderr.write(usage)
      return 0
    case 'file':
      return runFile(task.value)
    case 'service':
      return runService(task.value)
  }
}

async function runFile(task: Extract<Task, { kind: 'file' }>): Promise<0 | 1> {
  const check = await checkFile(task, process.stdin)
  if (!check.ok) {
    process.stderr.write(`${check.problem.message}\n`)
    return 1
  }
  const { episode, fields, format, understood } = check.value
  process.stderr.write(fileTable(task.path, format, fields, episode))
  printJson(episode)
  return understood ? 0 : 1
}

async function runService(task: Extract<Task, { kind: 'service' }>): Promise<0 | 1> {
  const fetcher = createFetcher({
    version: packageFacts.version,
    allowLocalAddresses: () => isLoopback(task.base),
  })
  const { episode, rows, understood } = await checkService(task, fetcher)
  await fetcher.close()
  process.stderr.write(serviceTable(task.base, rows))
  printJson({ ...episode, rows })
  return understood ? 0 : 1
}

function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}
