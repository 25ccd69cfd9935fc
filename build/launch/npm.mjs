// @ts-check
import fs from 'node:fs'
import path from 'node:path'
import { root } from './paths.mjs'
import { run } from './run.mjs'

/** @typedef {{ command: string, args: string[], shell: boolean }} NpmCommand */

/**
 * How npm is started: the very npm that runs us, else the one beside this Node, else the one on the path.
 * Going through npm-cli.js avoids npm.cmd, which Windows only starts through a shell.
 * @param {{ env: NodeJS.ProcessEnv, execPath: string, platform: NodeJS.Platform, exists: (file: string) => boolean }} surroundings
 * @returns {NpmCommand}
 */
export const findNpm = ({ env, execPath, platform, exists }) => {
  const running = env.npm_execpath
  if (running && path.basename(running) === 'npm-cli.js' && exists(running)) {
    return { command: env.npm_node_execpath ?? execPath, args: [running], shell: false }
  }
  const folder = path.dirname(execPath)
  for (const beside of [
    path.join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(folder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]) {
    if (exists(beside)) return { command: execPath, args: [beside], shell: false }
  }
  return platform === 'win32'
    ? { command: 'npm.cmd', args: [], shell: true }
    : { command: 'npm', args: [], shell: false }
}

/** @returns {NpmCommand} */
export const systemNpm = () =>
  findNpm({
    env: process.env,
    execPath: process.execPath,
    platform: process.platform,
    exists: fs.existsSync,
  })

/**
 * @param {string[]} args without spaces: on Windows they may pass through a shell
 * @param {{ cwd?: string, with?: NpmCommand }} [options]
 */
export const npm = (args, { cwd = root, with: found = systemNpm() } = {}) => {
  // What npm runs in its turn finds the same Node first.
  const env =
    found.args.length === 0
      ? process.env
      : { ...process.env, PATH: `${path.dirname(found.command)}${path.delimiter}${process.env.PATH ?? ''}` }
  return run(found.command, [...found.args, ...args], { cwd, env, shell: found.shell })
}
