import type { PageDatabase } from '../../../../electron/chromium-database/page-database.ts'
import { failure } from '../../../../shared/result.ts'

/** Stands where `electron/chromium-database/page-database.ts` does: Chromium opens its database as it lies there. */
export function openPageDatabase(): PageDatabase {
  return {
    ready: Promise.resolve(),
    repair: () => null,
    giveUp: async () => failure('internal', 'This Earmark was built to be measured.'),
  }
}
