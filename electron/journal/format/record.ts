import { crc32 } from 'node:zlib'

/** Half of the largest line, so that whatever is written can be read. In bytes of JSON. */
export const largestJson = 32 * 1024 * 1024

/**
 * One line of a file of the second home: checksum and length of the JSON in bytes, the JSON, a line feed. JSON text holds
 * no line feed of its own, and `JSON.stringify` writes half of a surrogate pair as an escape, so that it comes back.
 */
export function encodeRecord(value: object): Buffer {
  return encodeJson(JSON.stringify(value))
}

/** The same, of text that `JSON.stringify` gave. */
export function encodeJson(text: string): Buffer {
  const json = Buffer.from(text, 'utf8')
  const sum = crc32(json).toString(16).padStart(8, '0')
  return Buffer.concat([Buffer.from(`${sum} ${json.length} `, 'latin1'), json, lineFeed])
}

const lineFeed = Buffer.from('\n')
