/** Bytes as text, and what is to be told of how they were read. */
export type DecodedText =
  | { kind: 'text'; text: string; remark: string | null }
  | { kind: 'refused'; reason: string }

const windowsRemark =
  'It is not written as UTF-8 and was read as Windows-1252. Look at its accents before you import it.'
const notText =
  'This is no text file, or one in an encoding that cannot be told. Save it as UTF-8 and try again.'

/** So much is looked at to tell what kind of file it is. */
const lookedAt = 4096

/**
 * By its mark of the encoding, else as UTF-8; a table that is neither was most likely saved by a spreadsheet on Windows. What holds
 * the bytes of no text is refused: a wrong guess would fill the library with rubbish.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decodedAs('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return decodedAs('utf-16be', bytes)
  const utf8 = strictly('utf-8', bytes)
  // Text of two bytes a letter without its mark is UTF-8 as well, every other character of it NUL.
  if (utf8 !== null && !isHalfNul(utf8)) return { kind: 'text', text: utf8, remark: null }
  if (utf8 !== null || looksBinary(bytes.subarray(0, lookedAt))) return { kind: 'refused', reason: notText }
  const text = new TextDecoder('windows-1252').decode(bytes)
  return { kind: 'text', text, remark: windowsRemark }
}

function decodedAs(encoding: string, bytes: Uint8Array): DecodedText {
  const text = strictly(encoding, bytes)
  return text === null ? { kind: 'refused', reason: notText } : { kind: 'text', text, remark: null }
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function isHalfNul(text: string): boolean {
  const beginning = text.slice(0, lookedAt)
  return beginning.split('\0').length - 1 > beginning.length / 4
}

/** Control characters that no text has. */
function looksBinary(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d)
}
