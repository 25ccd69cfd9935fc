import type { Episode } from '../../../shared/models/episode.ts'
import { unpackToPassOn } from '../../../shared/packed.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { assumedAddresses } from '../assumed.ts'
import type { EpisodeList } from '../reader/read-json.ts'
import type { Validator } from './cursor.ts'
import { type AnswerFacts, acceptJson, notJson, requestDocument, requestText } from './documents.ts'
import type { Service } from './service.ts'

/** Two blocks of the store's, so that a page of new episodes fills what it begins. */
const pageSize = 128

export type ListQuestion = { podcastSlug: string; cursor: string | null; updatedSince: string | null }

export type List = AnswerFacts & Omit<EpisodeList, 'episodes'> & { kind: 'list'; episodes: Episode[] }
export type ListAnswer = List | (AnswerFacts & { kind: 'not-modified' })

/** One page of A3, or that it is what it was. */
export async function requestListSince(
  service: Service,
  question: ListQuestion,
  since: Validator | null,
): Promise<Result<ListAnswer>> {
  const answer = await requestDocument(service, { url: urlOf(service, question), accept: acceptJson, since })
  if (!answer.ok) return answer
  return answer.value.kind === 'not-modified'
    ? success(answer.value)
    : listOf(service, question.podcastSlug, answer.value)
}

/** One page of A3. */
export async function requestList(service: Service, question: ListQuestion): Promise<Result<List>> {
  const answer = await requestText(service, urlOf(service, question), acceptJson)
  return answer.ok ? listOf(service, question.podcastSlug, answer.value) : answer
}

function urlOf(service: Service, { podcastSlug, cursor, updatedSince }: ListQuestion): string {
  return assumedAddresses.episodes(service.base, podcastSlug, { cursor, updatedSince, limit: pageSize })
}

async function listOf(
  service: Service,
  podcastSlug: string,
  { text, validator, servedAt, freshForSeconds }: AnswerFacts & { text: string },
): Promise<Result<List>> {
  const reading = await service.reader.read('episode-list', { podcastSlug, text })
  if (!reading.ok) return reading
  switch (reading.value.kind) {
    case 'read': {
      const { episodes, broken, next } = reading.value.value
      const facts = { validator, servedAt, freshForSeconds }
      return success({ kind: 'list', ...facts, episodes: unpackToPassOn(episodes), broken, next })
    }
    case 'unlike':
      return failure(
        'unreadable',
        `What ${service.name} sent for “${podcastSlug}” is not a list of episodes.`,
      )
    default:
      return notJson(service, reading.value.kind)
  }
}
