import { z } from 'zod'

const scope = {
  /** How many requests it lasts for; without it, until mended. */
  times: z.exactOptional(z.int().positive()),
  /** Only requests whose path contains this. */
  where: z.exactOptional(z.string()),
}

/** One thing that can go wrong with a request or its answer. */
export const faultSchema = z.union([
  z.strictObject({
    status: z.int().min(400).max(599),
    retryAfterSeconds: z.exactOptional(z.int()),
    ...scope,
  }),
  z.strictObject({ redirectTo: z.string(), ...scope }),
  z.strictObject({
    redirect: z.enum([
      /** To the same resource under another address. */
      'same-host',
      /** Likewise, and the host has another name. */
      'other-host',
      /** To where the asker comes from, for ever. */
      'loop',
      /** To something that is no web address. */
      'no-web-address',
    ]),
    ...scope,
  }),
  /** The answer comes, whole but late. */
  z.strictObject({ delayMs: z.int().positive(), ...scope }),
  /** As many bytes of the type that was due; 50 MB when not said. */
  z.strictObject({ answer: z.literal('huge'), bytes: z.exactOptional(z.int().positive()), ...scope }),
  /** So much of the body, half of it when not said, then the connection drops. */
  z.strictObject({
    answer: z.literal('cut-off'),
    afterBytes: z.exactOptional(z.int().nonnegative()),
    ...scope,
  }),
  z.strictObject({ answer: z.literal('slow'), bytesPerSecond: z.int().positive(), ...scope }),
  z.strictObject({
    answer: z.enum([
      /** 200 and an HTML page about nothing. */
      'html',
      /** The connection drops without an answer. */
      'nothing',
      /** Bytes that are not HTTP. */
      'not-http',
      /** A head that promises a body, and then silence. */
      'head-only',
      /** 200 and no body. */
      'empty',
      /** Half of the body, said to be all of it. */
      'half',
      /** The length is right, and some bytes are not. */
      'damaged',
      /** Packed by gzip, of which the end is missing, and said to be all. */
      'gzip-cut',
      /** Packed by gzip, some bytes of which are others. */
      'gzip-damaged',
      /** Packed by gzip as it should be, which nobody else here does. */
      'gzip',
      /** In front of the body a byte order mark. */
      'byte-order-mark',
      /** 304, whatever was asked. */
      'not-modified',
      /** A1, A3 and A5: one entry among good ones that cannot be read. A4: the episode itself. */
      'broken-entry',
      /** Audio: ranges are ignored and not offered. */
      'without-ranges',
    ]),
    ...scope,
  }),
  /** Headers of the answer that are others; `null` takes one away. */
  z.strictObject({ headers: z.record(z.string(), z.string().nullable()), ...scope }),
  /** Parts of the question that are not heard. */
  z.strictObject({ ignores: z.enum(['cursor', 'updated_since', 'limit', 'validators']), ...scope }),
  /** A3: what is done to the entries of its page. */
  z.strictObject({
    entries: z.enum([
      'doubled',
      /** A copy behind each that is a day older and worded otherwise. */
      'with-older-copies',
      'reversed',
      'shuffled',
      'one-missing',
      'one-null',
      /** One without a title, and it had to have one. */
      'one-unreadable',
      /** Two that have each other's slugs. */
      'slugs-swapped',
      /** One of another podcast. */
      'with-a-stranger',
      'none',
      'no-list',
    ]),
    ...scope,
  }),
  /** A3: what is done to where the next page is said to begin. */
  z.strictObject({
    cursor: z.enum([
      /** Where this page began. */
      'here',
      /** At the beginning. */
      'first-page',
      /** Half a page back, so that pages overlap. */
      'overlapping',
      /** Nowhere: the list ends here. */
      'gone',
      /** One that the service itself does not know. */
      'unknown',
      'number',
      /** 20,000 characters. */
      'endless',
      /** Never the last page: behind it is an empty one, and so on. */
      'never-ending',
    ]),
    ...scope,
  }),
])
export type Fault = z.infer<typeof faultSchema>

/** The `answer` of those faults that are named so. */
export function answersOf(faults: readonly Fault[]): ReadonlySet<string> {
  return new Set(faults.flatMap((fault) => ('answer' in fault ? [fault.answer] : [])))
}
