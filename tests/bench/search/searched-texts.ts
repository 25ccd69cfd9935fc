import { tokensOf } from '../../../shared/search/tokens.ts'
import { type Random, randomFor } from '../../server/catalogue/random.ts'
import type { StandIn } from '../../server/stand-in.ts'

export type SearchedText = { text: string; kind: 'words' | 'beginning' | 'error' }

const letters = [...'etaoinshr'] as [string, ...string[]]
const shortest = 4
/** What a keyboard has keys for. */
const typed = /^[a-z]+$/i

/** What people type: words of the catalogue's own titles and chapters, whole, only begun, or with one letter wrong. */
export function searchedTexts(
  standIn: StandIn,
  seed: number,
  count: number,
  perPodcast: number,
): SearchedText[] {
  const random = randomFor('searches', seed)
  const texts: SearchedText[] = []
  while (texts.length < count) {
    const podcast = random.several(standIn.podcasts, 1)[0]
    if (podcast === undefined) break
    const episode = standIn.episode(podcast.slug, random.whole(0, perPodcast - 1))
    const sources = [episode.title, ...episode.chapters.map(({ title }) => title)]
    const [source = ''] = random.several(sources, 1)
    const words = tokensOf(source)
      .map(({ start, end }) => source.slice(start, end))
      .filter((word) => word.length >= shortest && typed.test(word))
    const chosen = random.several(words, random.whole(1, 2))
    const [last] = chosen.slice(-1)
    if (last === undefined) continue
    const kind = random.pick<SearchedText['kind']>(['words', 'words', 'beginning', 'error'])
    const changed =
      kind === 'words' ? last : kind === 'beginning' ? begun(last, random) : withError(last, random)
    texts.push({ text: [...chosen.slice(0, -1), changed].join(' '), kind })
  }
  return texts
}

function begun(word: string, random: Random): string {
  return word.slice(0, random.whole(2, word.length - 1))
}

function withError(word: string, random: Random): string {
  const at = random.whole(0, word.length - 1)
  const instead = random.pick(letters)
  return random.pick([
    `${word.slice(0, at)}${instead}${word.slice(at + 1)}`,
    `${word.slice(0, at)}${word.slice(at + 1)}`,
    `${word.slice(0, at)}${instead}${word.slice(at)}`,
  ])
}
