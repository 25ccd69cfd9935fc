// Makes the sample podcast that ships with the app: electron/guide/content/ from script/*.md.
//
//   node build/guide/make.mjs
//
// A step of development: the result is in the repository, and neither building nor starting the app needs
// it. Node 18 or newer, and from Debian or Ubuntu:
//
//   apt-get install festival festvox-us-slt-hts festlex-cmu festlex-poslex ffmpeg
//
// Why this voice: of those that Debian has for English it is the only one above 16 kHz that is no formant
// synthesis, so its consonants are clear and its vowels do not buzz. A speech recogniser (PocketSphinx, first
// episode) got 18 % of its words wrong; 16 % of flite's rms, 18 % of kal16, 22 % of awb, 24 % of slt.
// After a change to a script, set its `updated`: that is how an installed library sees that it changed.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { assemble } from './assembly.mjs'
import { encode, onsets } from './encoding.mjs'
import { speak } from './narration.mjs'
import { parseScript } from './script.mjs'

const scripts = new URL('script/', import.meta.url)
const content = new URL('../../electron/guide/content/', import.meta.url)
const podcast = JSON.parse(readFileSync(new URL('podcast.json', scripts), 'utf8'))

/** @typedef {import('./script.mjs').Script} Script */
/** @typedef {ReturnType<typeof assemble>} Spoken */

mkdirSync(content, { recursive: true })
const byDate = readdirSync(scripts)
  .filter((name) => name.endsWith('.md'))
  .map((name) => parseScript(readFileSync(new URL(name, scripts), 'utf8')))
  .sort((a, b) => a.publishedAt.localeCompare(b.publishedAt))
const episodes = byDate.map((script, index) => makeEpisode(script, index + 1))

const updatedAt = episodes
  .map((episode) => episode.updated_at)
  .sort()
  .at(-1)
write('podcast.json', { ...podcast, episode_count: episodes.length, updated_at: updatedAt })
write('episodes.json', { episodes: episodes.toReversed(), next_cursor: null })

/**
 * @param {Script} script
 * @param {number} number its place in the podcast, from 1
 */
function makeEpisode(script, number) {
  const spoken = narrate(script)
  const file = fileURLToPath(new URL(`${script.slug}.mp3`, content))
  encode(spoken.samples, file, {
    title: script.title,
    artist: podcast.author,
    album: podcast.title,
    track: String(number),
    date: script.publishedAt.slice(0, 4),
  })
  report(script, spoken, onsets(file, spoken.startSeconds))
  return {
    slug: script.slug,
    title: script.title,
    podcast: { slug: podcast.slug, title: podcast.title },
    published_at: script.publishedAt,
    duration_seconds: spoken.durationSeconds,
    processing_state: 'processed',
    canonical_url: null,
    summary: script.summary,
    topics: script.topics,
    highlights: script.highlights,
    chapters: script.chapters.map(({ title, description }, index) => ({
      start_seconds: spoken.startSeconds[index],
      title,
      description,
    })),
    audio_url: `guide:${script.slug}.mp3`,
    updated_at: script.updatedAt,
    actions: [],
  }
}

/**
 * Speaks a whole script at once and puts the sentences back into their paragraphs and chapters.
 *
 * @param {Script} script
 * @returns {Spoken}
 */
function narrate(script) {
  const spoken = speak(script.chapters.flatMap((chapter) => chapter.paragraphs.flat()))
  const chapters = script.chapters.map((chapter) =>
    chapter.paragraphs.map((sentences) => spoken.splice(0, sentences.length)),
  )
  return assemble(chapters)
}

/**
 * @param {Script} script
 * @param {Spoken} spoken
 * @param {ReturnType<typeof onsets>} found
 */
function report(script, spoken, found) {
  console.log(`${script.title}: ${spoken.durationSeconds} s`)
  for (const { seconds, speechAfter, silentBefore } of found) {
    console.log(
      `  ${String(seconds).padStart(4)} s  speech after ${speechAfter.toFixed(3)} s, silent before for ${silentBefore.toFixed(2)} s`,
    )
    const clear = seconds === 0 || silentBefore >= 0.5
    if (speechAfter < 0 || speechAfter > 0.5 || !clear) {
      throw new Error(`${script.title}: the sound does not begin at the chapter at ${seconds} s.`)
    }
  }
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function write(name, value) {
  writeFileSync(new URL(name, content), `${JSON.stringify(value, null, 2)}\n`)
}
