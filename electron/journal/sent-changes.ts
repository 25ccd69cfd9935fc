import { z } from 'zod'
import { type KeptChange, keptChangeSchema } from '../../shared/kept/change.ts'
import { failure, type Result, success } from '../../shared/result.ts'

/** The page sends what waits in pieces; a transaction of its own is as large as it is. */
const mostChanges = 100_000

const sentSchema = z.array(keptChangeSchema).max(mostChanges)

/** What the page sent to be kept, as JSON text. */
export function sentChanges(text: string): Result<KeptChange[]> {
  const sent = sentSchema.safeParse(parsedJson(text))
  return sent.success
    ? success(sent.data)
    : failure('bad-arguments', 'Earmark’s page sent something that its other half does not understand.')
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
