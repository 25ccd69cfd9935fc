import { wordsOf } from './tokens.ts'

type Named = { slug: string; title: string }

/** Which podcasts are meant by a name: those of that slug or title; if there is none, those whose title has its words in a row. */
export function meantPodcasts(name: string, podcasts: readonly Named[]): ReadonlySet<string> {
  const wanted = plain(name)
  const exact = podcasts.filter(({ slug, title }) => slug === name || plain(title) === wanted)
  const meant =
    exact.length > 0 || wanted === ''
      ? exact
      : podcasts.filter(({ title }) => ` ${plain(title)}`.includes(` ${wanted}`))
  return new Set(meant.map(({ slug }) => slug))
}

function plain(name: string): string {
  return wordsOf(name).join(' ')
}
