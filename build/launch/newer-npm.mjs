// @ts-check
import fs from 'node:fs'
import path from 'node:path'
import { npm } from './npm.mjs'
import { inCache } from './paths.mjs'
import { CannotGoOn, withProgress } from './say.mjs'

/** Any npm that is at home on the Node we bring along will do; this one was tried. */
const npmVersion = '11.19.1'

/** Where the npm package "node" lays its binary. @param {string} modules a node_modules folder */
export const nodeBinaryIn = (modules) =>
  path.join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/**
 * An npm on a Node new enough for every package, both from the npm registry and kept in .cache. Under an old Node
 * npm leaves out, without a word, the binaries of tools that ask for a newer one.
 * @param {string} nodeVersion
 * @returns {Promise<import('./npm.mjs').NpmCommand>}
 */
export const newerNpm = async (nodeVersion) => {
  const folder = inCache('tools', `node-${nodeVersion}-npm-${npmVersion}`)
  const modules = path.join(folder, 'node_modules')
  const node = nodeBinaryIn(modules)
  const cli = path.join(modules, 'npm', 'bin', 'npm-cli.js')
  if (!fs.existsSync(node) || !fs.existsSync(cli)) {
    fs.mkdirSync(folder, { recursive: true })
    // An empty project, so that npm does not take ours for it.
    fs.writeFileSync(
      path.join(folder, 'package.json'),
      '{ "private": true, "allowScripts": { "node": true } }\n',
    )
    const what = `Node ${process.versions.node} is too old for the tools; fetching Node ${nodeVersion} for them (50 MB)`
    const done = await withProgress(what, () =>
      npm(
        [
          'install',
          `node@${nodeVersion}`,
          `npm@${npmVersion}`,
          '--no-audit',
          '--no-fund',
          '--loglevel=error',
          '--ignore-scripts=false',
        ],
        { cwd: folder },
      ),
    )
    if (done.code !== 0 || !fs.existsSync(node)) {
      throw new CannotGoOn(
        `${done.output}${done.spawnError ?? ''}\nNode ${nodeVersion} could not be fetched. Install Node 22.12 or newer and try again.`,
      )
    }
  }
  return { command: node, args: [cli], shell: false }
}
