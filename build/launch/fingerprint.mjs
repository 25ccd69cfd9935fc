// @ts-check
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/**
 * A cheap fingerprint of files and folders: paths, sizes and times of change, not contents.
 * @param {string} root
 * @param {readonly string[]} inputs relative to root; missing ones are part of the fingerprint too
 */
export const fingerprint = (root, inputs) => {
  const hash = createHash('sha256')
  /** @param {string} relative */
  const add = (relative) => {
    const file = path.join(root, relative)
    const stat = fs.statSync(file, { throwIfNoEntry: false })
    if (!stat) {
      hash.update(`${relative} is missing\n`)
      return
    }
    if (!stat.isDirectory()) {
      hash.update(`${relative} ${stat.size} ${stat.mtimeMs}\n`)
      return
    }
    for (const name of fs.readdirSync(file).sort()) add(path.join(relative, name))
  }
  for (const input of inputs) add(input)
  return hash.digest('hex')
}
