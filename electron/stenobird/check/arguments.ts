import { parseArgs } from 'node:util'
import { type GivenAddress, readAddress } from '../../../shared/address.ts'
import { slugSchema } from '../../../shared/models/identity.ts'
import { failure, type Result, success } from '../../../shared/result.ts'

export type Task =
  | { kind: 'help' }
  | {
      kind: 'file'
      /** `-` is standard input. */
      path: string
      base: string
      podcastSlug: string | null
      slug: string | null
    }
  | { kind: 'service'; base: string; address: GivenAddress; send: boolean; audioUrl: string | null }

const options = {
  base: { type: 'string' },
  file: { type: 'string' },
  podcast: { type: 'string' },
  episode: { type: 'string' },
  audio: { type: 'string' },
  send: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** What is to be done, or in a sentence why the command line makes no sense. */
export function readArguments(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<Task> {
  const parsed = parsedArguments(args)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  if (values.help === true) return success({ kind: 'help' })
  const base = baseOf(values.base ?? environment.EARMARK_API_BASE_URL?.trim())
  if (!base.ok) return base
  return values.file === undefined
    ? serviceTask(base.value, values, positionals)
    : fileTask(base.value, { ...values, file: values.file }, positionals)
}

type Values = ReturnType<typeof parseKnown>['values']

function parseKnown(args: readonly string[]) {
  return parseArgs({ args: [...args], options, allowPositionals: true })
}

function parsedArguments(args: readonly string[]): Result<ReturnType<typeof parseKnown>> {
  try {
    return success(parseKnown(args))
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
}

function baseOf(given: string | undefined): Result<string> {
  if (given === undefined || given === '') return success('https://stenobird.com')
  const address = URL.parse(given)
  if (address === null || !/^https?:$/.test(address.protocol)) {
    return wrong(`“${given}” is not an address of a service: it should begin with https:// or http://.`)
  }
  address.search = ''
  address.hash = ''
  return success(address.href.replace(/\/{1,20}$/, ''))
}

function serviceTask(base: string, values: Values, positionals: readonly string[]): Result<Task> {
  const [place, ...more] = positionals
  if (place === undefined)
    return wrong('Name a PODCAST or PODCAST/EPISODE, or a saved page with --file PATH.')
  if (more.length > 0) return wrong(`One address at a time: “${more[0]}” is one too many.`)
  if (values.podcast !== undefined || values.episode !== undefined) {
    return wrong('--podcast and --episode belong to --file. Name the two as PODCAST/EPISODE here.')
  }
  if (values.audio !== undefined && values.send !== true) return wrong('--audio is of use with --send only.')
  if (values.audio !== undefined && !/^https?:/.test(URL.parse(values.audio)?.protocol ?? '')) {
    return wrong(`“${values.audio}” is not the web address of audio.`)
  }
  const address = readAddress(place, base)
  if (!address.ok) return address
  return success({
    kind: 'service',
    base,
    address: address.value,
    send: values.send === true,
    audioUrl: values.audio ?? null,
  })
}

function fileTask(
  base: string,
  values: Values & { file: string },
  positionals: readonly string[],
): Result<Task> {
  if (positionals.length > 0) {
    return wrong(
      `--file reads one saved page, so “${positionals[0]}” is one too many. Name slugs with --podcast and --episode.`,
    )
  }
  if (values.file === '') return wrong('--file needs the PATH of a saved page, or - for standard input.')
  if (values.send === true || values.audio !== undefined) {
    return wrong('--send and --audio belong to the check of a service; a file is only read.')
  }
  for (const name of ['podcast', 'episode'] as const) {
    const slug = values[name]
    if (slug !== undefined && !slugSchema.safeParse(slug).success) {
      return wrong(`“${slug}” is no slug for --${name}: letters, digits, and . _ ~ - between them.`)
    }
  }
  return success({
    kind: 'file',
    path: values.file,
    base,
    podcastSlug: values.podcast ?? null,
    slug: values.episode ?? null,
  })
}

function wrong(sentence: string): Result<never> {
  return failure('bad-arguments', sentence)
}
