/** How long and how much the network part waits for and takes. */
export type Limits = {
  connectMs: number
  headersMs: number
  /** A document, from the request to the last byte. */
  wholeMs: number
  /** Between two pieces of a stream. */
  idleMs: number
  /** A document, decoded. */
  documentBytes: number
  requestsPerHost: number
  requestsInAll: number
}

export const usualLimits: Limits = {
  connectMs: 10_000,
  headersMs: 15_000,
  wholeMs: 30_000,
  idleMs: 20_000,
  documentBytes: 5_000_000,
  requestsPerHost: 2,
  requestsInAll: 6,
}
