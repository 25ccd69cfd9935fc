import { call } from '../../renderer/bridge.ts'
import type { EpisodeSource } from '../../renderer/sync/episode-source.ts'
import { type Packed, unpack } from '../../shared/packed.ts'
import { type Result, success } from '../../shared/result.ts'

/** What a pass asks, straight over the bridge, with no worker in between. */
export function bridgeSource(stop: AbortSignal): EpisodeSource {
  return {
    pull: async (input) => unpacked(await call('sync.pull', input, stop)),
    readEpisode: async (input) => unpacked(await call('episode.read', input, stop)),
    listDownloads: () => call('downloads.list', null, stop),
  }
}

function unpacked<Value>(answer: Result<Packed<Value>>): Result<Value> {
  return answer.ok ? success(unpack(answer.value)) : answer
}
