// @ts-check
// Makes the icons of every system from build/resources/icon.svg. Run by hand when the drawing changes; what it
// makes is committed. Needs, from Debian: librsvg2-bin, imagemagick, icnsutils.
import fs from 'node:fs'
import { inRoot } from './launch/paths.mjs'
import { run } from './launch/run.mjs'
import { CannotGoOn, runMain } from './launch/say.mjs'

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
const windowsSizes = [16, 24, 32, 48, 64, 128, 256]
/** The ones png2icns knows. */
const macSizes = [16, 32, 48, 128, 256, 512, 1024]

const resources = inRoot('build', 'resources')
/** electron-builder finds Linux icons by these names. @param {number} size */
const png = (size) => `${resources}/icons/${size}x${size}.png`

/** @param {string} command @param {string[]} args */
const must = async (command, args) => {
  const done = await run(command, args)
  if (done.code !== 0) throw new CannotGoOn(`${command}: ${done.output}${done.spawnError ?? ''}`)
}

await runMain(async () => {
  fs.mkdirSync(`${resources}/icons`, { recursive: true })
  for (const size of sizes) {
    await must('rsvg-convert', ['-w', `${size}`, '-h', `${size}`, `${resources}/icon.svg`, '-o', png(size)])
  }
  await must('/usr/bin/convert', [...windowsSizes.map(png), `${resources}/icon.ico`])
  await must('png2icns', [`${resources}/icon.icns`, ...macSizes.map(png)])
  return 0
})
