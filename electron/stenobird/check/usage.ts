export const usage = `Looks whether Earmark understands a Stenobird, or a page of one.

  npm run api:check -- [--base URL] PODCAST[/EPISODE]
      Asks for each row of STENOBIRD.md (K1 to K5, A1 to A5) and tells whether it answered and what was understood.
      PODCAST/EPISODE are slugs, or the address of a page. Without an episode the newest one is looked at.
  npm run api:check -- --file PATH
      Reads a saved page, in Markdown, HTML or plain text. PATH is a file, or - for standard input.

Standard output gets JSON alone, standard error the table for people (npm -s run api:check leaves out npm's own two lines).
The exit code is 0 when the episode was understood, 1 when it was not, 2 when the command line makes no sense.

  --base URL        the service; otherwise EARMARK_API_BASE_URL, or https://stenobird.com. Addresses of this
                    machine and its network are asked only when this one is of this machine
  --send            also sends what asks for work: K3 (a transcription request) and K4 (a preview of a transcript).
                    Otherwise these two are never sent
  --audio URL       for K4, when the episode names no audio address
  --podcast SLUG    with --file: the slugs of the page. Otherwise they are taken from the page's actions, its fields
  --episode SLUG    or its links, and are null, with a warning, when it does not tell
  --help            this
`
