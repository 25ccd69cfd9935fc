import type { Problem } from '../../shared/result.ts'

/**
 * Whether all that the person made is flushed to the second home. `not-saved`: not for now, and why; it is tried again
 * by itself.
 */
export type Saving = { kind: 'saved' } | { kind: 'saving' } | { kind: 'not-saved'; problem: Problem }
