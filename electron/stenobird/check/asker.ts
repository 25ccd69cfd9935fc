import { meansOffline } from '../../../shared/result.ts'
import type { DocumentAnswer, DocumentRequest } from '../../net/document.ts'
import type { Fetcher } from '../../net/fetcher.ts'
import { notTried, type RowName, type RowReport } from './row-report.ts'
import type { UnderstoodFields } from './understood-fields.ts'

/** What was made of an answer: a value with its fields, or the reason why there is none. */
export type Taken<Value> =
  | { ok: true; value: Value; fields: UnderstoodFields; note?: string }
  | { ok: false; reason: string }

export type Asked<Value> = { report: RowReport; value: Value | null }

/** Asks one row, and tells how that went. */
export type Ask = <Value>(
  row: RowName,
  request: DocumentRequest,
  take: (answer: DocumentAnswer & { text: string }) => Taken<Value>,
) => Promise<Asked<Value>>

/** A host that is silent this often, and has not answered once, is not asked again. */
const silencesEnough = 2

export function createAsker(fetcher: Pick<Fetcher, 'request'>): Ask {
  let silences = 0
  let lastSilence = ''
  let hasAnswered = false
  return async (row, request, take) => {
    if (!hasAnswered && silences >= silencesEnough) return { report: notTried(row, lastSilence), value: null }
    const about = { row, request: `${request.method ?? 'GET'} ${request.url}`, understood: [], missing: [] }
    const answer = await fetcher.request(request)
    if (!answer.ok) {
      const { code, message } = answer.problem
      const silent = meansOffline(code) || code === 'blocked-address'
      if (silent) {
        silences += 1
        lastSilence = message
      } else {
        hasAnswered = true
      }
      return { report: { ...about, outcome: silent ? 'no-answer' : 'answered', note: message }, value: null }
    }
    hasAnswered = true
    const text = answer.value.kind === 'document' ? answer.value.text : ''
    const taken = take({ ...answer.value, text })
    if (!taken.ok) return { report: { ...about, outcome: 'answered', note: taken.reason }, value: null }
    const note = taken.note ?? ''
    return { report: { ...about, ...taken.fields, outcome: 'understood', note }, value: taken.value }
  }
}

/** Undefined, which JSON cannot say, when it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
