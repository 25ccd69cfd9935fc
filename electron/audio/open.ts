import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { AudioLocation, OpenedAudio } from '../../shared/models/audio.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import type { FindExactAudio } from '../media/exact-audio.ts'
import type { MediaTarget } from '../media/media-scheme.ts'

type OpenAudioParts = {
  addressFor: (target: MediaTarget) => string
  /** The file of a whole download. */
  downloadedFile: (episodeId: EpisodeId) => Promise<string | null>
  /** The path of a file that the person chose. */
  chosenFile: (fileId: string) => string | null
  /** Where the audio of the guide lies. */
  bundledDirectory: string
  findExact: FindExactAudio
  /** Makes sure that an address answers with audio. */
  probe: (url: string) => Promise<Result<unknown>>
}

export type OpenAudio = (input: {
  episodeId: EpisodeId
  location: AudioLocation
}) => Promise<Result<OpenedAudio>>

/** Gives the page an address to play from: the downloaded file before anything else, so that it works offline. */
export function createOpenAudio(parts: OpenAudioParts): OpenAudio {
  const fromFile = async (path: string | null, missing: string): Promise<Result<OpenedAudio>> => {
    if (path === null || !(await isReadable(path))) return failure('no-audio', missing)
    return success(await playable(path))
  }

  async function playable(path: string): Promise<OpenedAudio> {
    const { timing, head } = await parts.findExact(path)
    return { url: parts.addressFor({ kind: 'file', path, head }), timing }
  }

  return async ({ episodeId, location }) => {
    const downloaded = await parts.downloadedFile(episodeId)
    if (downloaded !== null) return success(await playable(downloaded))
    switch (location.kind) {
      case 'bundled':
        return fromFile(
          join(parts.bundledDirectory, location.name),
          'This part of the guide is missing from the app.',
        )
      case 'local': {
        const path = parts.chosenFile(location.fileId)
        // Another computer's file, or one that was chosen before this one lost its list of them.
        const missing =
          path === null
            ? `You chose the file ${location.name}, and Earmark does not know where it lies on this computer.`
            : `The file ${location.name} is no longer where it was.`
        return fromFile(path, `${missing} Choose it again, or give an address.`)
      }
      case 'remote': {
        const probed = await parts.probe(location.url)
        if (!probed.ok) return probed
        return success({ url: parts.addressFor({ kind: 'remote', url: location.url }), timing: 'unknown' })
      }
    }
  }
}

function isReadable(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
