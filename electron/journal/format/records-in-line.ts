import { crc32 } from 'node:zlib'

/** What lies between two line feeds. */
export type Line = {
  /** In the file, from 0. */
  offset: number
  /** Without the line feed. */
  bytes: Buffer
  /** `false` for the rest of a file that does not end with a line feed. */
  ended: boolean
}

/** Why bytes of a file are of no use. */
type DamageReason =
  /** They are no record, or one whose checksum is another. */
  | 'broken'
  /** The file ends in the middle of a line. */
  | 'cut'
  /** The record is whole, but does not say what a record of ours does. */
  | 'not-understood'

export type Damage = { kind: 'damage'; offset: number; length: number; reason: DamageReason }
/** `length` counts the whole line, with its line feed where that is there. */
export type WholeRecord = { kind: 'record'; offset: number; length: number; json: Buffer }

/**
 * Everything in a line that is proven whole by its checksum, and the ranges between. Usually a line is a record. Where a
 * line feed was hit, or more than one record, others may still stand somewhere inside it; they are looked for from every
 * place that could begin one.
 */
export function recordsInLine(
  line: Line,
  checksum: (bytes: Buffer) => number = crc32,
): (WholeRecord | Damage)[] {
  const { offset, bytes, ended } = line
  const feed = ended ? 1 : 0
  const found: (WholeRecord | Damage)[] = []
  const damaged = (from: number, to: number): void => {
    const reason = ended ? 'broken' : 'cut'
    found.push({ kind: 'damage', offset: offset + from, length: to - from, reason })
  }

  let settledTo = 0
  let searchFrom = 0
  let checkable = bytes.length * mostChecksPerByte
  while (searchFrom < bytes.length) {
    const framed = nextFramed(bytes, searchFrom)
    if (framed === null) break
    const json = bytes.subarray(framed.jsonStart, framed.end)
    checkable -= json.length
    if (checkable < 0) break
    if (checksum(json) !== framed.sum) {
      searchFrom = framed.start + 1
      continue
    }
    if (framed.start > settledTo) damaged(settledTo, framed.start)
    const isLast = framed.end === bytes.length
    const length = framed.end - framed.start + (isLast ? feed : 0)
    found.push({ kind: 'record', offset: offset + framed.start, length, json })
    settledTo = framed.end
    searchFrom = framed.end
  }
  // A record without its line feed is whole; that the line feed is missing is told as damage of no bytes.
  if (settledTo < bytes.length || bytes.length === 0) damaged(settledTo, bytes.length + feed)
  else if (!ended) damaged(bytes.length, bytes.length)
  return found
}

/** Text made to look like records inside each other would else be checked again and again. */
const mostChecksPerByte = 16

type Framed = { start: number; jsonStart: number; end: number; sum: number }

const space = 0x20
const sumLength = 8

/** The next place from `from` on that reads like the beginning of a record which ends inside these bytes. */
function nextFramed(bytes: Buffer, from: number): Framed | null {
  let at = bytes.indexOf(space, from + sumLength)
  while (at !== -1) {
    const framed = framedAround(bytes, at, from)
    if (framed !== null) return framed
    at = bytes.indexOf(space, at + 1)
  }
  return null
}

/** `firstSpace` is the one after the checksum. */
function framedAround(bytes: Buffer, firstSpace: number, from: number): Framed | null {
  const start = firstSpace - sumLength
  if (start < from) return null
  const sum = readNumber(bytes, start, firstSpace, 16)
  if (sum === null) return null
  let secondSpace = firstSpace + 1
  while (secondSpace - firstSpace <= mostDigits && isDigit(bytes[secondSpace])) secondSpace += 1
  if (bytes[secondSpace] !== space || bytes[firstSpace + 1] === zero) return null
  const length = readNumber(bytes, firstSpace + 1, secondSpace, 10)
  const jsonStart = secondSpace + 1
  if (length === null || jsonStart + length > bytes.length) return null
  return { start, jsonStart, end: jsonStart + length, sum }
}

const mostDigits = 10
const zero = 0x30

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= zero && byte <= zero + 9
}

/** Lower-case digits only, as they are written; `null` when there are others, or none. */
function readNumber(bytes: Buffer, from: number, to: number, base: 10 | 16): number | null {
  if (to <= from) return null
  let number = 0
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0
    const digit = isDigit(byte) ? byte - zero : base === 16 && byte >= 0x61 && byte <= 0x66 ? byte - 0x57 : -1
    if (digit === -1) return null
    number = number * base + digit
  }
  return number
}
