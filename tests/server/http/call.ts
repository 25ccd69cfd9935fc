import type { Random } from '../catalogue/random.ts'
import type { Fault } from '../faults/fault.ts'

/** One request, as routes see it. */
export type Call = {
  method: string
  url: URL
  /** `http://host:port` as the asker named it, so that addresses in answers lead back the same way. */
  origin: string
  headers: Readonly<Record<string, string>>
  body: string
  /** Path parts that the route's pattern named. */
  part: (name: string) => string
  /** What is to go wrong with it. Routes look only for what they alone can do: ranges, a broken entry. */
  faults: readonly Fault[]
  /** For faults that leave something to chance. */
  random: Random
}
