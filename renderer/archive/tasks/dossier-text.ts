import { topicDossier } from '../../../shared/formats/topic-dossier.ts'
import { type Result, success } from '../../../shared/result.ts'
import { episodesWithTopic } from '../../db/topic-episodes.ts'
import { notedEpisodes } from './readable-episodes.ts'
import type { TaskParts } from './task-parts.ts'

/** `createdAt` is ISO 8601 UTC. */
export type DossierOrder = { topic: string; createdAt: string }

const episodesAtOnce = 50

/** The dossier of a topic, as it would be written to a file. */
export async function dossierText(order: DossierOrder, { show }: TaskParts): Promise<Result<string>> {
  const dossier = topicDossier(order)
  const ids = await episodesWithTopic(order.topic)
  for (let at = 0; at < ids.length; at += episodesAtOnce) {
    for (const noted of await notedEpisodes(ids.slice(at, at + episodesAtOnce))) dossier.add(noted)
    show(Math.min(1, (at + episodesAtOnce) / ids.length))
  }
  return success(dossier.begin() + dossier.end())
}
