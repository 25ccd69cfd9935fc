import { onTestFinished } from 'vitest'
import { createFetcher, type Fetcher, type FetcherOptions } from '../../electron/net/fetcher.ts'

/** A fetcher for servers on this machine, which does not wait between its tries. */
export function testFetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  const fetcher = createFetcher({
    version: '0.0.0-test',
    allowLocalAddresses: () => true,
    random: () => 0,
    ...options,
  })
  onTestFinished(() => fetcher.close())
  return fetcher
}
