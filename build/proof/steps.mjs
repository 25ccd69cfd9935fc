// @ts-check

/**
 * One step of `npm test`.
 * @typedef {object} Step
 * @property {string} part what a person types to run it alone
 * @property {string} name
 * @property {string[]} command what Node runs, relative to the repository's root
 * @property {'check' | 'vitest' | 'playwright'} kind how its tests are counted
 * @property {boolean} electron whether it needs an Electron runtime and a display
 * @property {string[]} after parts that must have passed, where they are run too
 * @property {number} limitMinutes
 */

/** @type {readonly Step[]} */
export const steps = [
  {
    part: 'lint',
    name: 'formatting, lint, boundaries',
    command: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--max-diagnostics=100'],
    kind: 'check',
    electron: false,
    after: [],
    limitMinutes: 3,
  },
  {
    part: 'types',
    name: 'types',
    command: ['node_modules/typescript/bin/tsc', '--noEmit'],
    kind: 'check',
    electron: false,
    after: [],
    limitMinutes: 3,
  },
  {
    part: 'unused',
    name: 'unused code',
    command: ['node_modules/knip/bin/knip.js', '--no-progress'],
    kind: 'check',
    electron: false,
    after: [],
    limitMinutes: 3,
  },
  {
    part: 'unit',
    name: 'unit tests',
    command: ['node_modules/vitest/vitest.mjs', 'run'],
    kind: 'vitest',
    electron: false,
    after: [],
    limitMinutes: 20,
  },
  {
    part: 'build',
    name: 'build',
    command: ['build/build.mjs'],
    kind: 'check',
    electron: false,
    after: [],
    limitMinutes: 3,
  },
  {
    part: 'e2e',
    name: 'tests in real Electron',
    command: ['node_modules/@playwright/test/cli.js', 'test'],
    kind: 'playwright',
    electron: true,
    after: ['build'],
    limitMinutes: 35,
  },
  {
    part: 'package',
    name: 'the packaged app',
    command: [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--config',
      'tests/package/playwright.config.ts',
    ],
    kind: 'playwright',
    electron: true,
    after: ['build'],
    limitMinutes: 10,
  },
]

/**
 * What `npm test -- …` was asked for: parts by name, in their usual order, and the rest for the tool of a single part.
 * @param {readonly string[]} args
 * @returns {{ ok: true, chosen: readonly Step[], toolArguments: string[] } | { ok: false, message: string }}
 */
export const chooseSteps = (args) => {
  const known = steps.map((step) => step.part)
  const firstOther = args.findIndex((argument) => !known.includes(argument))
  const parts = firstOther === -1 ? args : args.slice(0, firstOther)
  const toolArguments = firstOther === -1 ? [] : args.slice(firstOther)
  if (toolArguments.length > 0 && parts.length !== 1) {
    return {
      ok: false,
      message: `"${toolArguments[0]}" is no part of the tests. Parts: ${known.join(', ')}. What follows a single part goes to its tool: npm test -- unit tests/shared`,
    }
  }
  const chosen = parts.length === 0 ? steps : steps.filter((step) => parts.includes(step.part))
  return { ok: true, chosen, toolArguments }
}
