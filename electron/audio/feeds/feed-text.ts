/** Where an XML declaration is looked for. */
const beginningBytes = 512

export type FeedDecoder = {
  /** As much text as is certain by now. */
  decode: (piece: Uint8Array) => string
  end: () => string
}

/** Text of a feed's bytes, by its byte order mark, the charset of `Content-Type`, or its XML declaration, in this order (RFC 7303, 3). */
export function createFeedDecoder(contentType: string | null): FeedDecoder {
  let beginning: Uint8Array = new Uint8Array(0)
  let decoder: TextDecoder | null = null

  function begin(): string {
    decoder = decoderOf(encodingOf(beginning, contentType))
    return decoder.decode(beginning, { stream: true })
  }

  return {
    decode: (piece) => {
      if (decoder !== null) return decoder.decode(piece, { stream: true })
      beginning = Buffer.concat([beginning, piece])
      return beginning.length < beginningBytes ? '' : begin()
    },
    end: () => (decoder === null ? begin() : '') + (decoder?.decode() ?? ''),
  }
}

function encodingOf(beginning: Uint8Array, contentType: string | null): string {
  const [first, second, third, fourth] = beginning
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0x3c && second === 0 && fourth === 0) return 'utf-16le'
  if (first === 0 && second === 0x3c && third === 0) return 'utf-16be'
  const named = /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1]
  if (named !== undefined && !isUtf16(named)) return named
  const text = Buffer.from(beginning.subarray(0, beginningBytes)).toString('latin1')
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(text)?.[1]
  return declared === undefined || isUtf16(declared) ? 'utf-8' : declared
}

/** Not what it says, since its bytes would show. */
function isUtf16(name: string): boolean {
  return /^(?:utf-?16|ucs-?2|iso-10646-ucs-2|unicode)/i.test(name)
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding)
  } catch {
    return new TextDecoder()
  }
}
