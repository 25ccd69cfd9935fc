// @ts-check
import fs from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { inCache, inRoot, root } from '../launch/paths.mjs'
import { run } from '../launch/run.mjs'
import { checkCounts, playwrightCounts, vitestCounts } from './counts.mjs'

/**
 * How a step ended.
 * @typedef {{ counts: import('./counts.mjs').Counts, output: string, tookMs: number }} StepResult
 */

/** The tool's reporters, and where the one for machines writes. @param {import('./steps.mjs').Step} step */
const reporting = (step) => {
  const report = inCache('test', `${step.part}.json`)
  fs.mkdirSync(inCache('test'), { recursive: true })
  fs.rmSync(report, { force: true })
  switch (step.kind) {
    case 'vitest':
      return {
        report,
        args: ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
        env: {},
      }
    case 'playwright':
      return { report, args: ['--reporter=list,json'], env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } }
    case 'check':
      return { report, args: [], env: {} }
  }
}

/** A terminal gets colours, a file none. */
const colours = () =>
  process.stdout.isTTY ? { FORCE_COLOR: '1', NO_COLOR: undefined } : { FORCE_COLOR: undefined, NO_COLOR: '1' }

/** @param {string} file */
const readIfThere = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '')

/**
 * Runs one step to its end.
 * @param {import('./steps.mjs').Step} step
 * @param {{ toolNode: string, env: NodeJS.ProcessEnv, toolArguments: readonly string[] }} surroundings
 * @returns {Promise<StepResult>}
 */
export const runStep = async (step, { toolNode, env, toolArguments }) => {
  const [script = '', ...args] = step.command
  const { report, args: reportArguments, env: reportEnv } = reporting(step)
  const startedMs = Date.now()
  const ended = await run(toolNode, [inRoot(script), ...args, ...reportArguments, ...toolArguments], {
    cwd: root,
    env: { ...env, ...colours(), ...reportEnv },
    limitMs: step.limitMinutes * 60_000,
  })
  const late = ended.timedOut ? `\nIt was stopped after ${step.limitMinutes} minutes.` : ''
  const printed = `${ended.output}${ended.spawnError ?? ''}${late}`
  // Not every tool heeds NO_COLOR.
  const output = process.stdout.isTTY ? printed : stripVTControlCharacters(printed)
  const counts = {
    check: () => checkCounts(ended.code),
    vitest: () => vitestCounts(readIfThere(report), ended.code),
    playwright: () => playwrightCounts(readIfThere(report), ended.code),
  }[step.kind]()
  return { counts, output, tookMs: Date.now() - startedMs }
}
