import type { AudioLocation, AudioOrigin, OpenedAudio } from '../../shared/models/audio.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { type Problem, type ProblemCode, type Result, success } from '../../shared/result.ts'
import { call } from '../bridge.ts'
import { audioOf, keepAudio } from '../db/audio.ts'
import type { AudioRow } from '../db/rows.ts'
import { lookForAudio } from './look-for-audio.ts'

export type PlayableAudio = OpenedAudio & { location: AudioLocation; origin: AudioOrigin }

/** Finds an episode's audio and opens it: where it is known to be, or was looked for once and then kept. */
export async function openAudioOf(episodeId: EpisodeId): Promise<Result<PlayableAudio>> {
  const known = await audioOf(episodeId)
  if (known === undefined) return openFound(episodeId)
  const opened = await openRow(known)
  if (opened.ok || known.origin === 'person' || !meansMoved(opened.problem.code)) return opened
  // Publishers move their files: what is no longer there is looked for once more.
  const foundAnew = await openFound(episodeId)
  return foundAnew.ok ? foundAnew : opened
}

/**
 * An element says the same of an address that answers with something else and of one that does not answer. The main
 * process can tell them apart: `null` when it finds nothing wrong.
 */
export async function whyItFailed(episodeId: EpisodeId): Promise<Problem | null> {
  const known = await audioOf(episodeId)
  if (known === undefined) return null
  const opened = await openRow(known)
  return opened.ok ? null : opened.problem
}

async function openFound(episodeId: EpisodeId): Promise<Result<PlayableAudio>> {
  const found = await lookForAudio(episodeId)
  if (!found.ok) return found
  return openRow(await keepAudio({ episodeId, ...found.value }))
}

async function openRow({ episodeId, location, origin }: AudioRow): Promise<Result<PlayableAudio>> {
  const opened = await call('audio.open', { episodeId, location })
  return opened.ok ? success({ ...opened.value, location, origin }) : opened
}

function meansMoved(code: ProblemCode): boolean {
  return code === 'not-found' || code === 'not-audio' || code === 'refused'
}
