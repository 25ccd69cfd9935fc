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

export const episodeTitle = (random: Random): string => capitalised(say(random, titles))
export const summary = (random: Random): string =>
  `${capitalised(say(random, summaryOpenings))} ${say(random, summaryEndings)}`
export const statement = (random: Random): string => say(random, statements)
export const chapterTitle = (random: Random): string => say(random, chapterTitles)
export const chapterDescription = (random: Random): string => capitalised(say(random, chapterDescriptions))

function say(random: Random, sentences: readonly [Sentence, ...Sentence[]]): string {
  return random.pick(sentences)(random.pick(subjects), random.pick(lessons), random.pick(people))
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function inTitleCase(text: string): string {
  return text.replace(
    /(^| )(?!of |and |the |a )([a-z])/g,
    (_match, space, letter) => space + letter.toUpperCase(),
  )
}
