/** For a person in ten years, who may have no Earmark. */
export function readMe(createdAt: string, appVersion: string): string {
  return `# An archive of Earmark

This is everything that one person made in Earmark, an app for listening to podcasts to learn: notes, how far each
episode was listened to, Up next, requests for transcripts, which podcasts were followed, and settings. Earmark
${appVersion} wrote it on ${createdAt.slice(0, 10)}. All of it is text in UTF-8; no program of ours is needed to read it.

## To read

| what | where | how |
|---|---|---|
| notes | \`notes/PODCAST/EPISODE.md\` | Markdown with properties at its beginning (YAML). The folder \`notes\` opens as a vault in Obsidian |
| chapters | \`chapters/PODCAST/EPISODE.json\` | Podcasting 2.0 chapters, version 1.2.0 |
| notes for programs | \`annotations/PODCAST/EPISODE.jsonld\` | W3C Web Annotation (JSON-LD); times are media fragments, as in \`t=12.5\` |
| what was heard | \`listening.csv\` | a table for any spreadsheet: where you are in each episode, and how much of it you heard, each second once; times of day are in UTC. A \`'\` before \`=\`, \`+\`, \`-\` or \`@\` keeps it from calculating |

These are of episodes on which something was written, and \`listening.csv\` of all that were listened to.
What would be empty is left out. The names of the files are made from the ids of podcasts and episodes; where a file
system would not take an id as it is, its name is shorter, in small letters, and ends in eight digits and letters more.
\`manifest.json\` says for each file which episode it belongs to.

## To import

Earmark reads only \`manifest.json\` and \`rows/\`. Each line of a file in \`rows/\` is JSON. In \`rows/episodes.jsonl\` it is an
episode as it was known when the archive was written. In every other it is one row:

    {"key": …, "kind": …, "row": …, "updatedAt": …}

\`kind\` is the name of the file, \`key\` names the row among its kind, \`updatedAt\` is when it was last changed (ISO 8601 UTC),
and \`row\` is the row itself, or \`null\` when it was deleted. Of two rows with the same kind and key the one with the later
\`updatedAt\` is right; if that is equal, the one whose text is greater, written as JSON with the names in each object in
order. That is how archives of several computers are put together, in any order.

\`manifest.json\` holds the length and the SHA-256 checksum of every file. Earmark imports nothing from an archive in which
one of them differs: to change a note, change it in Earmark, and copy \`notes\` elsewhere to work with it.
`
}
