import { type Packed, unpack } from '../../../shared/packed.ts'
import { type Result, success } from '../../../shared/result.ts'
import type { EpisodeSource } from '../episode-source.ts'
import type { Ask } from './line-calls.ts'

/** The main process as one pass sees it, until `stop`. */
export function askedSource(ask: Ask, stop: AbortSignal): EpisodeSource {
  return {
    pull: async (input) => unpacked(await ask('sync.pull', input, stop)),
    readEpisode: async (input) => unpacked(await ask('episode.read', input, stop)),
    listDownloads: () => ask('downloads.list', null, stop),
  }
}

function unpacked<Value>(answer: Result<Packed<Value>>): Result<Value> {
  return answer.ok ? success(unpack(answer.value)) : answer
}
