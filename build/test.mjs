// @ts-check
// `npm test`: every check and test, in order; `npm test -- PART…` runs some of them. Needs nothing but Node 18.
import { prepareTools } from './launch/prepare.mjs'
import { CannotGoOn, runMain } from './launch/say.mjs'
import { sumCounts } from './proof/counts.mjs'
import { electronSurroundings } from './proof/electron-surroundings.mjs'
import { failedOutput, stepLine } from './proof/report.mjs'
import { runStep } from './proof/run-step.mjs'
import { chooseSteps } from './proof/steps.mjs'

/** @param {string} output @returns {import('./proof/run-step.mjs').StepResult} */
const failedBeforeItRan = (output) => ({ counts: { passed: 0, failed: 1, skipped: 0 }, output, tookMs: 0 })

const main = async () => {
  const asked = chooseSteps(process.argv.slice(2))
  if (!asked.ok) throw new CannotGoOn(asked.message)
  const { toolNode } = await prepareTools()
  const electron = electronSurroundings(toolNode)
  /** @type {Map<string, import('./proof/run-step.mjs').StepResult>} */
  const results = new Map()

  /** @param {import('./proof/steps.mjs').Step} step */
  const attempt = async (step) => {
    const missing = step.after.find((part) => results.get(part)?.counts.failed)
    if (missing) return failedBeforeItRan(`Not run: it needs the step "${missing}", which failed.`)
    try {
      const env = { ...process.env, ...(step.electron ? await electron.env() : {}) }
      return await runStep(step, { toolNode, env, toolArguments: asked.toolArguments })
    } catch (error) {
      if (error instanceof CannotGoOn) return failedBeforeItRan(error.message)
      throw error
    }
  }

  try {
    for (const step of asked.chosen) {
      const result = await attempt(step)
      results.set(step.part, result)
      if (result.counts.failed > 0) console.log(failedOutput(step.name, result.output))
      console.log(stepLine(step.name, result))
    }
  } finally {
    electron.stop()
  }

  const sum = sumCounts([...results.values()].map((result) => result.counts))
  const failedSteps = asked.chosen.filter((step) => results.get(step.part)?.counts.failed)
  if (failedSteps.length > 0) console.log(`Failed: ${failedSteps.map((step) => step.name).join('; ')}`)
  console.log(`${sum.passed} passed, ${sum.failed} failed`)
  return sum.failed === 0 ? 0 : 1
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  // An orderly exit, so that what a step has started ends with us.
  process.once(signal, () => process.exit(1))
}
await runMain(main)
