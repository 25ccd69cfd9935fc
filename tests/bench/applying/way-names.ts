import { z } from 'zod'

export const wayNames = ['earmark', 'naive', 'raw'] as const
export type WayName = (typeof wayNames)[number]

/** What the page is told in its address. */
export const applyingTaskSchema = z.object({ way: z.enum(wayNames), pages: z.coerce.number().int() })

/** What it says when it is done. `milliseconds` is the time of the writing alone. */
export const appliedSchema = z.object({ milliseconds: z.number(), episodes: z.number() })
export type Applied = z.infer<typeof appliedSchema>
