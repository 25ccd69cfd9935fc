/** `npm run journal`: looks into the second home without Earmark. See `usage.ts`. */
import { runCommand } from './run-command.ts'

// Paths count from where the person stood; `build/run.mjs` starts us in the root.
process.chdir(process.env.EARMARK_CALLED_FROM ?? '.')
// Whoever reads our output may leave before its end, as `head` does.
process.stdout.on('error', () => undefined)
process.exitCode = await runCommand(
  process.argv.slice(2),
  (line) => process.stdout.write(`${line}\n`),
  (line) => process.stderr.write(`${line}\n`),
)
