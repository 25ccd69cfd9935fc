import { failure, type Result, success } from '../../../shared/result.ts'
import type { DocumentAnswer, DocumentRequest } from '../../net/document.ts'
import { freshForSeconds } from '../../net/freshness.ts'
import type { Service } from './service.ts'

export type Validator = { etag: string | null; lastModified: string | null }

export type JsonAnswer =
  | {
      kind: 'json'
      json: unknown
      validator: Validator | null
      servedAt: string | null
      freshForSeconds: number | null
    }
  | { kind: 'not-modified'; freshForSeconds: number | null }

/** JSON from the API, as `unknown`. */
export async function requestJson(
  service: Service,
  url: string,
  since: Validator | null = null,
): Promise<Result<JsonAnswer>> {
  const { signal } = service
  const request: DocumentRequest = { url, accept: 'application/json', signal }
  const answer = await service.fetcher.request(since === null ? request : { ...request, since })
  if (!answer.ok) return answer
  const { cacheControl, age } = answer.value.headers
  const fresh = freshForSeconds(cacheControl, age)
  if (answer.value.kind === 'not-modified') {
    if (since !== null) return success({ kind: 'not-modified', freshForSeconds: fresh })
    return failure('unreadable', `${service.name} says that nothing changed without having been asked.`)
  }
  const json = parseJson(answer.value.text)
  if (json === undefined) return notJson(service, answer.value.text)
  return success({
    kind: 'json',
    json,
    validator: validatorOf(answer.value),
    servedAt: servedAt(answer.value),
    freshForSeconds: fresh,
  })
}

export async function requestText(
  service: Service,
  url: string,
  accept: string,
): Promise<Result<{ text: string; url: string }>> {
  const answer = await service.fetcher.request({ url, accept, signal: service.signal })
  if (!answer.ok) return answer
  if (answer.value.kind === 'not-modified') {
    return failure('unreadable', `${service.name} says that nothing changed without having been asked.`)
  }
  return success({ text: answer.value.text, url: answer.value.url })
}

function validatorOf(answer: DocumentAnswer): Validator | null {
  const { etag, lastModified } = answer.headers
  return etag === null && lastModified === null ? null : { etag, lastModified }
}

function servedAt({ headers }: DocumentAnswer): string | null {
  const instant = headers.date === null ? Number.NaN : Date.parse(headers.date)
  return Number.isNaN(instant) ? null : new Date(instant).toISOString()
}

function notJson(service: Service, text: string): Result<never> {
  const what = /^\s{0,1000}</.test(text) ? 'a web page' : 'something else'
  return failure(
    'unreadable',
    `${service.name} sent ${what} where data was due. What you have stays as it is; try again later.`,
  )
}

/** `undefined`, which JSON cannot say, when it is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
