import { countHeard } from './counted-sound.ts'
import { createEngine } from './engine.ts'
import { openHowlSound } from './howl-sound.ts'
import { heardNow } from './position-keeper.ts'
import { countSaved } from './saved-time.ts'

/** The one engine of the page: two would talk over each other. */
export const engine = createEngine(
  countHeard(openHowlSound, (heard) => {
    heardNow(heard)
    countSaved(heard.savedSeconds)
  }),
)
