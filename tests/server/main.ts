/**
 * A stand-in for the Stenobird API, over real HTTP on 127.0.0.1, for development and for tests.
 *
 *     npm run server                                    six podcasts of forty episodes on port 4010
 *     npm run server -- --podcasts 1 --episodes 50000   a big one; it costs nothing until it is read
 *     npm run server -- --only-known                    as if nothing that is assumed were there
 *     EARMARK_API_BASE_URL=http://127.0.0.1:4010 npm start
 *
 * It answers every row of STENOBIRD.md, known (K1 to K5) and assumed (A1 to A5), and serves what publishers would:
 * pages that offer audio in each documented way in turn, feeds, covers, and audio whose pitch tells its time
 * (`audio/tone.ts`). The same seed gives the same catalogue. `day-two-devops/d2do295-risks-and-benefits` is always there.
 *
 * While it runs, anything can be broken and mended by POST to /__stand-in/…; the start prints examples, `faults/fault.ts`
 * lists the faults, `faults/plans/` plans of them, which tests and `npm run stress -- faults` play. Tests use
 * `startStandIn` of `stand-in.ts` and have all of it as functions.
 *
 * Where things are: `catalogue/` what there is, `words/` what it is made of, `pages/` how it looks on the wire,
 * `routes/` what is asked for where, `http/` validators, ranges and sending, `faults/` what goes wrong, `audio/` the sound.
 */
import { readFlags, usage } from './flags.ts'
import { startStandIn } from './stand-in.ts'

const flags = readFlags(process.argv.slice(2))
if ('wrong' in flags) {
  console.error(`${flags.wrong}\n\n${usage}`)
  process.exit(2)
}
if (flags.help) {
  console.log(usage)
  process.exit(0)
}

const server = await startStandIn({
  seed: flags.seed,
  podcasts: flags.podcasts,
  episodesPerPodcast: flags.episodes,
  port: flags.port,
  markdownLayout: flags.markdown,
}).catch((error: Error) => {
  console.error(`The stand-in cannot listen on port ${flags.port}: ${error.message}`)
  process.exit(1)
})
if (flags['only-known']) server.onlyKnown()
if (flags.only !== undefined) server.only(...flags.only)
for (const part of flags.off) server.break(part)

const control = `${server.url}/__stand-in`
console.log(`The stand-in for Stenobird listens on ${server.url}

Podcasts to add:
${server.podcasts.map(({ slug }) => `  ${server.url}/podcast/${slug}`).join('\n')}

Start Earmark against it:
  EARMARK_API_BASE_URL=${server.url} npm start
How it stands, and what was asked of it:
  curl ${control}
  curl ${control}/requests
Break and mend:
  curl ${control}/break -d '{"part":"A3","fault":{"status":503,"retryAfterSeconds":5,"times":2}}'
  curl ${control}/break -d '{"part":"audio","fault":{"answer":"slow","bytesPerSecond":4000}}'
  curl ${control}/only -d '{"parts":["K2"]}'
  curl ${control}/mend -d '{}'
  curl ${control}/leave -d '{"seconds":30}'
Publish and change:
  curl ${control}/publish -d '{"podcastSlug":"day-two-devops","title":"Fresh"}'
  curl ${control}/change -d '{"podcastSlug":"day-two-devops","slug":"d2do295-risks-and-benefits","title":"Reworded"}'

Ctrl+C ends it.`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void server.stop().then(() => process.exit(0))
  })
}
