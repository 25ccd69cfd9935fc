import { longestSkipWord, mostSkipWords, type SettingsChange } from '../../shared/models/settings.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { folded } from '../../shared/text/fold.ts'

/** Adds a word or phrase that a person typed to those by which chapters are skipped; what is wrong with it comes back as a sentence. */
export function withSkipWord(words: readonly string[], typed: string): Result<SettingsChange> {
  const word = typed.trim().replaceAll(/\s+/gu, ' ')
  if (word === '') return failure('bad-arguments', 'Type a word or phrase that chapters are named by.')
  if (word.length > longestSkipWord) {
    return failure('bad-arguments', `At most ${longestSkipWord} characters can be kept. Try a part of it.`)
  }
  if (words.some((each) => folded(each) === folded(word))) {
    return failure('bad-arguments', `Chapters named “${word}” are skipped already.`)
  }
  if (words.length >= mostSkipWords) {
    return failure('bad-arguments', `At most ${mostSkipWords} can be kept. Remove one first.`)
  }
  return success({ skipWords: [...words, word] })
}
