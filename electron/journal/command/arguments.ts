import { parseArgs } from 'node:util'
import { failure, type Result, success } from '../../../shared/result.ts'

export type Task =
  | { kind: 'help' }
  | { kind: 'list' | 'rows'; path: string }
  | { kind: 'rescue'; path: string; out: string }

const options = {
  rows: { type: 'boolean' },
  rescue: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** What is to be done, or in a sentence why the command line makes no sense. */
export function readArguments(args: readonly string[]): Result<Task> {
  let parsed: ReturnType<typeof parseKnown>
  try {
    parsed = parseKnown(args)
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = parsed
  if (values.help === true) return success({ kind: 'help' })
  const [path, ...more] = positionals
  if (path === undefined)
    return wrong('Name a FILE: a .journal, a .snapshot, or the folder of a second home.')
  if (more.length > 0) return wrong(`One FILE at a time: “${more[0]}” is one too many.`)
  if (values.rescue === undefined) return success({ kind: values.rows === true ? 'rows' : 'list', path })
  if (values.rows === true) return wrong('--rows lists, and --rescue writes a file: one of the two.')
  if (values.rescue === '') return wrong('--rescue needs the name of the new file, OUT.')
  return success({ kind: 'rescue', path, out: values.rescue })
}

function parseKnown(args: readonly string[]) {
  return parseArgs({ args: [...args], options, allowPositionals: true })
}

function wrong(sentence: string): Result<never> {
  return failure('bad-arguments', sentence)
}
