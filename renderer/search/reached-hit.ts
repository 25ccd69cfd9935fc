import { registerCommands } from '../shell/commands.ts'
import { playHit } from './open-hit.ts'
import type { SearchHit } from './search-answer.ts'

/** The result that has the focus. */
let reached: SearchHit | null = null

export function reachHit(hit: SearchHit | null): void {
  reached = hit
}

/** Enter shows a result; this plays it. */
export function registerResultCommands(): () => void {
  return registerCommands([
    {
      id: 'play-result',
      label: 'Play what was found',
      group: 'Library',
      keys: 'shift+enter',
      available: () => reached !== null,
      run: () => {
        if (reached !== null) playHit(reached)
      },
    },
  ])
}
