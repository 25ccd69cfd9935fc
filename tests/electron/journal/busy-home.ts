/** A program that writes to a second home until it is killed, and says what was saved: a key and a body a line, as JSON. */
import { openSecondHome } from '../../../electron/journal/second-home.ts'
import { systemTimers } from '../../../electron/net/timers.ts'
import { silentLog } from '../silent-log.ts'

const [dataDirectory = '', elsewhere = ''] = process.argv.slice(2)
const home = await openSecondHome({ dataDirectory, timers: systemTimers, log: silentLog })
const begun = Date.now()

void keepMoving()
for (let index = 0; ; index += 1) {
  const body = `${begun} ${index}`
  const updatedAt = new Date(begun + index).toISOString()
  const key = `note ${index % 20}`
  const appended = await home.append([{ kind: 'annotations', key, updatedAt, row: { body } }])
  if (appended.ok) process.stdout.write(`${JSON.stringify([key, body])}\n`)
  if (index % 25 === 24) void home.takeSnapshot()
}

async function keepMoving(): Promise<void> {
  for (;;) {
    await home.move(elsewhere)
    await home.keepHere()
  }
}
