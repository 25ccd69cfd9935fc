import type { Result } from '../../shared/result.ts'
import { call } from '../bridge.ts'
import { whenSaved } from '../home/saving.ts'

/** All that is here now can be had again: it is in the second home, and in a snapshot of it. */
export async function saveAll(): Promise<Result<null>> {
  const saved = await whenSaved()
  return saved.ok ? call('home.take-snapshot', null) : saved
}
