import type { Random } from '../catalogue/random.ts'
import { lessons, people, subjects } from './subjects.ts'

type Sentence = (subject: string, lesson: string, person: string) => string

const titles: readonly [Sentence, ...Sentence[]] = [
  (subject, lesson) => `What ${subject} can teach us about ${lesson}`,
  (subject) => `The Trouble with ${inTitleCase(subject)}`,
  (subject, lesson) => `${inTitleCase(lesson)}: Notes on ${inTitleCase(subject)}`,
  (subject, _lesson, person) => `A Conversation about ${inTitleCase(subject)} with ${person}`,
  (subject) => `${inTitleCase(subject)}, Explained Slowly`,
  (subject, lesson) => `Is ${inTitleCase(lesson)} Enough? The Case of ${inTitleCase(subject)}`,
]

const summaryOpenings: readonly [Sentence, ...Sentence[]] = [
  (subject, lesson) => `Much of what is said about ${subject} skips the hard part, which is ${lesson}.`,
  (subject, _lesson, person) =>
    `The hosts talk with ${person} about ${subject} and what changed over the last ten years.`,
  (subject, lesson) => `An introduction to ${subject} for people who care about ${lesson}.`,
  (subject) =>
    `Few things look as settled as ${subject}, and few are argued over as much by those who do the work.`,
]

const summaryEndings: readonly [Sentence, ...Sentence[]] = [
  (_subject, lesson) =>
    `The second half turns to ${lesson}, with examples that went well and one that did not.`,
  (_subject, lesson, person) =>
    `Along the way ${person} describes a mistake, its cost, and how it led to ${lesson}.`,
  (subject) => `It ends with a short list of things to try, and with what is still unknown about ${subject}.`,
]

const statements: readonly [Sentence, ...Sentence[]] = [
  (subject, lesson) => `Progress in ${subject} came from ${lesson}, not from a single discovery`,
  (subject, lesson) => `Treat ${lesson} as part of the work on ${subject} and give it a place in the week`,
  (subject) => `Looking only at averages hides the cases of ${subject} that do the most harm`,
  (subject, lesson) => `Write down one example of ${subject} a day; after a month, ${lesson} becomes easier`,
  (subject, _lesson, person) => `What ${person} noticed first about ${subject} was missing from every report`,
  (subject, lesson) => `Without ${lesson}, each change to ${subject} quietly adds to a debt nobody owns`,
]

const chapterTitles: readonly [Sentence, ...Sentence[]] = [
  (subject) => `Where ${inTitleCase(subject)} Began`,
  (_subject, lesson) => `The Case for ${inTitleCase(lesson)}`,
  (subject) => `Part Two: ${inTitleCase(subject)}`,
  (_subject, _lesson, person) => `A Story from ${person}`,
  (subject) => `Common Mistakes with ${inTitleCase(subject)}`,
  (subject) => `Q: Does It Matter? A: Ask about ${inTitleCase(subject)}`,
  (_subject, lesson) => `${inTitleCase(lesson)} in Practice`,
]

const chapterDescriptions: readonly [Sentence, ...Sentence[]] = [
  (subject, lesson) => `How ${subject} are studied today, and where ${lesson} enters.`,
  (subject, _lesson, person) => `${person} on the first years of ${subject}, told by what broke.`,
  (_subject, lesson) => `Three ways of ${lesson}, from the cheapest to the one that lasts.`,
  (subject) => `Evidence for and against the usual story about ${subject}.`,
]

/** What an episode is about; its title and its summary agree on it. */
export type Focus = { subject: string; lesson: string; person: string }

export function focusOf(random: Random): Focus {
  return { subject: random.pick(subjects), lesson: random.pick(lessons), person: random.pick(people) }
}

export const episodeTitle = (random: Random, focus: Focus): string => capitalised(say(random, titles, focus))
export const summary = (random: Random, focus: Focus): string =>
  `${capitalised(say(random, summaryOpenings, focus))} ${say(random, summaryEndings, focus)}`
export const statement = (random: Random, focus: Focus): string =>
  say(random, statements, aside(random, focus))
export const chapterTitle = (random: Random, focus: Focus): string =>
  say(random, chapterTitles, aside(random, focus))
export const chapterDescription = (random: Random, focus: Focus): string =>
  capitalised(say(random, chapterDescriptions, aside(random, focus)))

/** Often the same subject, seen from another side. */
function aside(random: Random, focus: Focus): Focus {
  const other = focusOf(random)
  return random.fraction() < 0.6 ? { ...other, subject: focus.subject } : other
}

function say(random: Random, sentences: readonly [Sentence, ...Sentence[]], focus: Focus): string {
  return random.pick(sentences)(focus.subject, focus.lesson, focus.person)
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const inTitleCaseAlready = new Map<string, string>()

/** Kept, because the phrases are few and the titles of a big catalogue are many. */
function inTitleCase(text: string): string {
  const kept = inTitleCaseAlready.get(text)
  if (kept !== undefined) return kept
  const titled = text.replace(
    /(^| )(?!of |and |the |a )([a-z])/g,
    (_match, space, letter) => space + letter.toUpperCase(),
  )
  inTitleCaseAlready.set(text, titled)
  return titled
}
