// @ts-check
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder, whatever the current directory is. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** What the start-up scripts keep between two runs. Safe to delete. */
const cacheFolder = path.join(root, '.cache')

/** @param {string[]} parts */
export const inRoot = (...parts) => path.join(root, ...parts)

/** @param {string[]} parts */
export const inCache = (...parts) => path.join(cacheFolder, ...parts)
