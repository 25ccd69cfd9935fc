import { partsNow } from './parts-now.ts'
import { goTo, play } from './playing.ts'
import { isSleepDue } from './sleep-timer.ts'

/** The last chapter's end is the audio's: begins it again where it is repeated, and tells whether it did. */
export function goesRoundAtEnd(): boolean {
  const { loop } = partsNow()
  if (loop === null || isSleepDue()) return false
  goTo(loop[0])
  play()
  return true
}
