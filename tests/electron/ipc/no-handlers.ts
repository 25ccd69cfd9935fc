import type { Handlers } from '../../../electron/ipc/call-desk.ts'
import { failure } from '../../../shared/result.ts'

const notAsked = () => failure('internal', 'not asked in this test')

/** For a test to put its own over. */
export const noHandlers: Handlers = {
  'app.start': notAsked,
  'app.listening': notAsked,
  'app.ready-to-close': notAsked,
  'app.open-outside': notAsked,
  'app.report-fault': notAsked,
  'app.notify': notAsked,
  'database.give-up': notAsked,
  'home.append': notAsked,
  'home.standing': notAsked,
  'home.read': notAsked,
  'home.snapshots': notAsked,
  'home.snapshot-rows': notAsked,
  'home.take-snapshot': notAsked,
  'home.show-folder': notAsked,
  'home.check': notAsked,
  'home.retry': notAsked,
  'home.move': notAsked,
  'home.keep-here': notAsked,
  'settings.change': notAsked,
  'connectivity.check': notAsked,
  'podcast.look-up': notAsked,
  'sync.follow': notAsked,
  'sync.open-line': notAsked,
  'sync.read-anew': notAsked,
  'sync.pull': notAsked,
  'episode.read': notAsked,
  'audio.find': notAsked,
  'audio.open': notAsked,
  'audio.choose-file': notAsked,
  'downloads.list': notAsked,
  'downloads.start': notAsked,
  'downloads.remove': notAsked,
  'transcription.send': notAsked,
}
