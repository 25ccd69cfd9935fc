/** A field of a template: what it is, and what the fields of each of its items are where it is a list. */
type Field = { about: string; items?: Fields }
export type Fields = Readonly<Record<string, Field>>

const noteFields: Fields = {
  time: { about: 'its time, as a link that plays it' },
  start: { about: 'where it begins: 1:05' },
  end: { about: 'where it ends, if it has an end' },
  chapter: { about: 'the chapter it is in' },
  date: { about: 'the day you wrote it' },
  changed: { about: 'the day you changed it last' },
  quote: { about: 'the words it was made on' },
  body: { about: 'your words, as you wrote them' },
  quotedBody: { about: 'your words as a quotation' },
  words: { about: 'star, colour, tags and what becomes of it, in one line' },
  block: { about: 'your words as a quotation, and that line' },
  indentedBlock: { about: 'the same, to stand under an item of a list' },
  starred: { about: 'whether it has a star' },
  colour: { about: 'what its colour says: Question' },
  tags: { about: 'its tags, without #', items: {} },
  tracking: { about: 'what becomes of it: To try' },
  trackingNote: { about: 'how it went, as a quotation' },
  lookAgain: { about: 'the day to look at it again' },
  link: { about: 'the address that opens it in Earmark' },
  open: { about: 'a link to it' },
}

/** What a template of an episode can say. */
export const episodeFields: Fields = {
  title: { about: 'the episode’s title' },
  podcast: { about: 'its podcast' },
  id: { about: 'its id: podcast/episode' },
  published: { about: 'the day it was published' },
  duration: { about: 'its length: 1:02:30' },
  page: { about: 'the address of its page' },
  audio: { about: 'the address of its audio' },
  link: { about: 'the address that opens it in Earmark' },
  about: { about: 'podcast, day, length and links in one line' },
  summary: { about: 'its summary, as a quotation' },
  position: { about: 'where you are in it' },
  finished: { about: 'the day you heard its end' },
  topics: { about: 'its topics', items: {} },
  tags: { about: 'its topics as tags, without #', items: {} },
  hasChapters: { about: 'whether it has chapters' },
  chapters: {
    about: 'its chapters',
    items: {
      time: { about: 'where it begins, as a link that plays it' },
      start: { about: 'where it begins: 1:05' },
      title: { about: 'its title' },
      description: { about: 'what it is about' },
    },
  },
  highlightKinds: {
    about: 'the kinds of highlights that it has',
    items: {
      name: { about: 'of the kind: Main ideas' },
      highlights: {
        about: 'the highlights of that kind',
        items: {
          label: { about: 'what the service calls it' },
          text: { about: 'its words' },
          time: { about: 'its time, as a link that plays it' },
          notes: { about: 'your notes on it', items: noteFields },
        },
      },
    },
  },
  hasNotes: { about: 'whether you wrote notes' },
  notes: { about: 'all your notes', items: noteFields },
  hasOtherNotes: { about: 'whether there are notes on none of its highlights' },
  otherNotes: { about: 'your notes on none of its highlights', items: noteFields },
  hasDrafts: { about: 'whether there are unfinished notes' },
  drafts: {
    about: 'your unfinished notes',
    items: {
      time: { about: 'its time, as a link that plays it' },
      quotedBody: { about: 'your words as a quotation' },
    },
  },
}

/** What the name of a file can say. */
export const fileNameFields: Fields = Object.fromEntries(
  ['title', 'podcast', 'published', 'id'].map((name) => [name, episodeFields[name] ?? { about: '' }]),
)
