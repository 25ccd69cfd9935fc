import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '../../../..')
const program = 'electron/stenobird/check/main.ts'

export type Ran = { code: number | null; output: string; errors: string }

/** The program itself, as `npm run api:check` starts it but for the look whether packages are installed. */
export function runCheck(args: readonly string[], input: string | Uint8Array = ''): Promise<Ran> {
  return run([program, ...args], root, input)
}

/** The program by way of the script that works in a bare clone. */
export function runThroughScript(args: readonly string[], cwd: string): Promise<Ran> {
  return run([join(root, 'build/run.mjs'), program, ...args], cwd, '')
}

async function run(args: readonly string[], cwd: string, input: string | Uint8Array): Promise<Ran> {
  const { EARMARK_API_BASE_URL: _base, EARMARK_CALLED_FROM: _from, ...env } = process.env
  const child = spawn(process.execPath, args, { cwd, env })
  onTestFinished(() => {
    child.kill()
  })
  // It may be done before it has read everything.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const [output, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  return { code: typeof code === 'number' ? code : null, output, errors }
}

export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'earmark-check-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export async function savedFile(content: string | Uint8Array): Promise<string> {
  const path = join(await emptyFolder(), 'page')
  await writeFile(path, content)
  return path
}
