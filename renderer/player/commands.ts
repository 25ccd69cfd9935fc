import { useSettings } from '../settings/store.ts'
import { type Command, registerCommands } from '../shell/commands.ts'
import { playAll } from './chosen-chapters.ts'
import { nextUnheardOfHeld, toggleHeldHeard } from './heard-acts.ts'
import { toggleLoop } from './loop.ts'
import { nearestChapterStartsNow } from './shift-chapters.ts'
import { toggleSkipOfPlaying } from './skip-acts.ts'
import { toggleBoost, toggleSilenceTrimming } from './sound-acts.ts'
import { usePlayer } from './store.ts'
import { faster, nextChapter, previousChapter, skipBy, slower, toggleMute, togglePlay } from './transport.ts'

function holdsEpisode(): boolean {
  return usePlayer.getState().episode !== null
}

function listening(id: string, label: string, keys: string | null, run: () => void): Command {
  return { id, label, group: 'Listening', keys, available: holdsEpisode, run }
}

/** Called once, when the page starts. */
export function registerPlayerCommands(): void {
  registerCommands([
    listening('play-pause', 'Play or pause', 'space', togglePlay),
    listening('skip-back', 'Skip back', 'arrowleft', () => skipBy(-useSettings.getState().skipBackSeconds)),
    listening('skip-forward', 'Skip forward', 'arrowright', () =>
      skipBy(useSettings.getState().skipForwardSeconds),
    ),
    listening('previous-chapter', 'Previous chapter', 'shift+arrowleft', previousChapter),
    listening('next-chapter', 'Next chapter', 'shift+arrowright', nextChapter),
    listening('next-unheard', 'Next part that you have not heard', 'h', () => void nextUnheardOfHeld()),
    listening('mark-heard', 'Mark the episode as heard or not heard', null, () => void toggleHeldHeard()),
    listening(
      'chapter-starts-now',
      'The nearest chapter starts now',
      'shift+c',
      () => void nearestChapterStartsNow(),
    ),
    listening(
      'skip-chapter',
      'Skip the chapter that plays, or play it all the same',
      'x',
      () => void toggleSkipOfPlaying(),
    ),
    listening('repeat-chapter', 'Repeat the chapter that plays', 'l', toggleLoop),
    {
      ...listening(
        'play-all-chapters',
        'Play all chapters again, not only the chosen ones',
        'shift+a',
        playAll,
      ),
      available: () => usePlayer.getState().only !== null,
    },
    listening('slower', 'Slower', '[', slower),
    listening('faster', 'Faster', ']', faster),
    listening('mute', 'Mute or unmute', null, toggleMute),
    listening('boost', 'Boost voices', 'shift+b', toggleBoost),
    listening('trim-silence', 'Trim silence', 'shift+t', toggleSilenceTrimming),
  ])
}
