import { createEngine } from './engine.ts'
import { openHowlSound } from './howl-sound.ts'

/** The one engine of the page: two would talk over each other. */
export const engine = createEngine(openHowlSound)
