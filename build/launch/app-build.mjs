// @ts-check
import fs from 'node:fs'
import { fingerprint } from './fingerprint.mjs'
import { inCache, inRoot, root } from './paths.mjs'
import { run } from './run.mjs'
import { CannotGoOn, withProgress } from './say.mjs'

const inputs = [
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const outputs = ['out/main', 'out/preload', 'out/renderer/index.html']
const stampFile = inCache('built.json')

/** @param {string} now */
const isCurrent = (now) => {
  try {
    const stamp = JSON.parse(fs.readFileSync(stampFile, 'utf8'))
    return stamp.fingerprint === now && outputs.every((output) => fs.existsSync(inRoot(output)))
  } catch {
    return false
  }
}

/**
 * Builds main, preload and page into out/.
 * @param {string} toolNode
 */
export const buildApp = async (toolNode) => {
  // Taken before the build: a file that changes meanwhile makes the next start build again.
  const now = fingerprint(root, inputs)
  fs.rmSync(stampFile, { force: true })
  const done = await withProgress('Building', () =>
    run(toolNode, [inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
    }),
  )
  if (done.code !== 0) throw new CannotGoOn(`${done.output}\nThe build failed.`)
  fs.mkdirSync(inCache(), { recursive: true })
  fs.writeFileSync(stampFile, JSON.stringify({ fingerprint: now }))
}

/** Builds only where sources changed since the last build. @param {string} toolNode */
export const ensureBuilt = async (toolNode) => {
  if (!isCurrent(fingerprint(root, inputs))) await buildApp(toolNode)
}
