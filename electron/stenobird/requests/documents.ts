import { failure, type Result, success } from '../../../shared/result.ts'
import type { DocumentAnswer, DocumentRequest } from '../../net/document.ts'
import { freshForSeconds } from '../../net/freshness.ts'
import { readInstant } from '../reading/instants.ts'
import type { Validator } from './cursor.ts'
import type { Service } from './service.ts'

/** What an answer tells of itself, also when there is nothing new. */
export type AnswerFacts = {
  validator: Validator | null
  /** By the clock of the service: ISO 8601 UTC. */
  servedAt: string | null
  freshForSeconds: number | null
}

export type TextAnswer = AnswerFacts &
  ({ kind: 'text'; text: string; url: string } | { kind: 'not-modified' })

export type Question = {
  url: string
  accept: string
  /** What was kept of the last answer from this address. */
  since: Validator | null
}

export const acceptJson = 'application/json'
export const acceptMarkdown = 'text/markdown, text/plain;q=0.8'
export const acceptHtml = 'text/html'

/** A document of the service's, or that it is what it was. */
export async function requestDocument(
  service: Service,
  { url, accept, since }: Question,
): Promise<Result<TextAnswer>> {
  const request: DocumentRequest = { url, accept, signal: service.signal }
  const answer = await service.fetcher.request(since === null ? request : { ...request, since })
  if (!answer.ok) return answer
  const facts = factsOf(answer.value)
  if (answer.value.kind === 'not-modified') {
    return since === null ? unasked(service) : success({ ...facts, kind: 'not-modified' })
  }
  return success({ ...facts, kind: 'text', text: answer.value.text, url: answer.value.url })
}

/** The same where nothing was kept, so that there is always a text. */
export async function requestText(
  service: Service,
  url: string,
  accept: string,
): Promise<Result<AnswerFacts & { text: string; url: string }>> {
  const answer = await requestDocument(service, { url, accept, since: null })
  if (!answer.ok) return answer
  return answer.value.kind === 'text' ? success(answer.value) : unasked(service)
}

function unasked(service: Service): Result<never> {
  return failure('unreadable', `${service.name} says that nothing changed without having been asked.`)
}

function factsOf({ headers }: DocumentAnswer): AnswerFacts {
  const { cacheControl, age, date } = headers
  const etag = keepable(headers.etag)
  const lastModified = keepable(headers.lastModified)
  return {
    // Where there is an entity tag, the date is not looked at (RFC 9110, 13.1.3).
    validator:
      etag !== null ? { etag, lastModified: null } : lastModified !== null ? { etag, lastModified } : null,
    servedAt: readInstant(date ?? ''),
    freshForSeconds: freshForSeconds(cacheControl, age),
  }
}

/** In characters. A longer one, sent back, makes a request that servers refuse, and a cursor that is longer than one can be. */
const longestTag = 1000

function keepable(tag: string | null): string | null {
  return tag === null || tag === '' || tag.length > longestTag ? null : tag
}

/** What to say of an answer that is no data at all. */
export function notJson(service: Service, kind: 'web-page' | 'no-json'): Result<never> {
  const what = kind === 'web-page' ? 'a web page' : 'something else'
  return failure(
    'unreadable',
    `${service.name} sent ${what} where data was due. What you have stays as it is; try again later.`,
  )
}
