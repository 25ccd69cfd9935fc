import { z } from 'zod'
import type { Result } from '../result.ts'
import type { CallName } from './contract.ts'

/**
 * A line is a port over which a worker of the page asks the main process directly: what passes through the page holds up the
 * page, and a sync passes hundreds of megabytes.
 */
const lineCalls = [
  'sync.pull',
  'episode.read',
  'downloads.list',
  'home.read',
  'archive.add',
  'archive.finish-export',
  'archive.read-import',
  'exports.add',
  'exports.finish',
] as const satisfies readonly CallName[]
/** All that can be asked over it. */
export type LineCall = (typeof lineCalls)[number]

export const toMainSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), id: z.uuid(), name: z.enum(lineCalls), input: z.unknown() }),
  z.object({ kind: z.literal('cancel'), id: z.uuid() }),
])
export type ToMain = z.infer<typeof toMainSchema>

export type FromMain = { id: string; answer: Result<unknown> }

/** How the page learns that a port has come, and which one. */
export type LineNotice = { earmarkLine: string }
