import { navigate } from 'wouter/use-hash-location'
import { z } from 'zod'
import { recall, remember } from '../db/memory.ts'

const memoryKey = 'location'

export function keepLocation(location: string): void {
  void remember(memoryKey, location)
}

/** Goes where the person was when the app ran last; an address that leads nowhere ends in the library. */
export async function restoreLocation(): Promise<void> {
  const location = await recall(memoryKey, z.string().startsWith('/').max(1000))
  navigate(location ?? '/library', { replace: true })
}
