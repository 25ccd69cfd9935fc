import type { Call } from '../http/call.ts'

const validatorHeaders = new Set(['if-none-match', 'if-modified-since'])

/** The question as a service hears it that passes over parts of it. */
export function heardQuestion(call: Call): Call {
  const ignored = call.faults.flatMap((fault) => ('ignores' in fault ? [fault.ignores] : []))
  if (ignored.length === 0) return call
  const url = new URL(call.url)
  for (const name of ignored) url.searchParams.delete(name)
  const headers = Object.entries(call.headers).filter(
    ([name]) => !ignored.includes('validators') || !validatorHeaders.has(name),
  )
  return { ...call, url, headers: Object.fromEntries(headers) }
}
