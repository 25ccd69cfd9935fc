import { z } from 'zod'
import type { Fault } from './faults/fault.ts'

/** Rows of STENOBIRD.md, what publishers serve, and Readwise. */
export const apiRows = ['A1', 'A2', 'A3', 'A4', 'A5', 'K1', 'K2', 'K3', 'K4', 'K5'] as const
export const partSchema = z.enum([...apiRows, 'publisher', 'feed', 'audio', 'image', 'readwise'])
export type Part = z.infer<typeof partSchema>

export type Switches = ReturnType<typeof createSwitches>

export function createSwitches() {
  const faults = new Map<Part, Fault>()
  const breakPart = (part: Part, fault: Fault = { status: 404 }): void => {
    faults.set(part, fault)
  }
  function only(...rows: readonly Part[]): void {
    for (const row of apiRows) {
      if (rows.includes(row)) faults.delete(row)
      else breakPart(row)
    }
  }

  return {
    faults: (): Partial<Record<Part, Fault>> => Object.fromEntries(faults),
    break: breakPart,
    /** Without a part, all of them. */
    mend(part?: Part): void {
      if (part === undefined) faults.clear()
      else faults.delete(part)
    },
    /** Of the API, nothing but these rows; what publishers serve stays as it is. */
    only,
    /** Turns all that is assumed off. */
    onlyKnown: (): void => only('K1', 'K2', 'K3', 'K4', 'K5'),
    /** The fault that this request meets, if any, counted down where it lasts for some requests only. */
    meet(part: Part, path: string): Fault | null {
      const fault = faults.get(part)
      if (fault === undefined || (fault.where !== undefined && !path.includes(fault.where))) return null
      if (fault.times === 1) faults.delete(part)
      else if (fault.times !== undefined) faults.set(part, { ...fault, times: fault.times - 1 })
      return fault
    },
  }
}
