import type { Transaction } from 'dexie'

/**
 * Frozen: takes out of requests until when the service asked to be left alone, which the main process keeps for everybody
 * from then on. Imports nothing from outside (a lint rule).
 */
export async function upgradeToVersion5(transaction: Transaction): Promise<void> {
  await transaction
    .table<{ heldUntilMs?: number }, string>('requests')
    .toCollection()
    .modify((request) => {
      delete request.heldUntilMs
    })
}
