// @ts-check
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** A file's digest in npm's notation, "sha512-<base64>". @param {string} file */
export const integrityOf = async (file) => {
  const hash = createHash('sha512')
  await pipeline(fs.createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}
