import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The log that Electron 42 left when it was killed after 22 notes of up to 20 kB, of which one lies across a block's end. */
export const chromiumLog = fixture('log.bin')
/** The MANIFEST of 20,100 notes, written by the same: five tables, `21.log`, and many a table that is gone. */
export const chromiumManifest = fixture('manifest.bin')

function fixture(name: string): Uint8Array {
  const path = fileURLToPath(new URL(`../../fixtures/chromium-database/${name}`, import.meta.url))
  return new Uint8Array(readFileSync(path))
}

type WrittenLog = {
  bytes: Uint8Array
  /** Where each record ends. */
  ends: number[]
}

const blockSize = 32_768

/** Writes records as google/leveldb, doc/log_format.md says; slowly, and with nothing of the code that reads them. */
export function writeLog(records: readonly Uint8Array[]): WrittenLog {
  const out: number[] = []
  const ends: number[] = []
  for (const record of records) {
    let left = record
    for (let isFirst = true, isLast = false; !isLast; isFirst = false) {
      const rest = blockSize - (out.length % blockSize)
      if (rest < 7) out.push(...new Array<number>(rest).fill(0))
      const room = blockSize - (out.length % blockSize) - 7
      const data = left.subarray(0, room)
      left = left.subarray(room)
      isLast = left.length === 0
      const type = isFirst ? (isLast ? 1 : 2) : isLast ? 4 : 3
      out.push(...littleEndian(masked(slowCrc32c([type, ...data])), 4), ...littleEndian(data.length, 2), type)
      for (const byte of data) out.push(byte)
    }
    ends.push(out.length)
  }
  return { bytes: Uint8Array.from(out), ends }
}

/** Bit by bit. */
export function slowCrc32c(bytes: Iterable<number>): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

function masked(crc: number): number {
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0
}

function littleEndian(value: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, index) => (value >>> (8 * index)) & 0xff)
}
