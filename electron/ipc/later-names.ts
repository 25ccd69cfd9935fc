import type { CallName } from '../../shared/ipc/contract.ts'
import type { Handlers } from './call-desk.ts'

/** The calls that a start has no need of: who answers them is read in with the first one. */
export const laterNames = [
  'archive.begin-export',
  'archive.add',
  'archive.finish-export',
  'archive.abandon-export',
  'archive.show-exported',
  'archive.open-import',
  'archive.whole-import',
  'archive.read-import',
  'archive.take-settings',
  'archive.close-import',
  'exports.standing',
  'exports.choose-folder',
  'exports.keep-up-to-date',
  'exports.give-token',
  'exports.forget-token',
  'exports.begin',
  'exports.add',
  'exports.finish',
  'exports.abandon',
  'exports.show',
  'connectivity.check',
  'podcast.look-up',
  'podcast.find-outlines',
  'sync.pull',
  'episode.read',
  'audio.find',
  'audio.open',
  'audio.timing',
  'transcription.send',
] as const satisfies readonly CallName[]

export type LaterHandlers = Pick<Handlers, (typeof laterNames)[number]>
