import { readFile } from 'node:fs/promises'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { parse } from 'yaml'
import { chooses } from './archive-acts.ts'
import { expect, test } from './earmark.ts'

const slug = 'day-two-devops'
const topic = 'Risk Management'

test('a dossier is opened from an episode, by its keys gone through, and written to a file that others read', async ({
  start,
  standIn,
}, testInfo) => {
  const earmark = await start()
  const { page, addPodcast, openEpisode } = earmark
  await addPodcast(slug)
  const episode = standIn.episode(slug, 0)
  await openEpisode(episode.title)
  // A note on a takeaway, and a question.
  await page
    .getByRole('list', { name: 'Practical takeaways' })
    .getByRole('listitem')
    .filter({ hasText: 'Let an assistant argue' })
    .getByRole('button', { name: 'Annotate' })
    .click()
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Try it on Monday: --- really')
  await page.getByRole('button', { name: 'Save note' }).click()
  await page.getByRole('button', { name: `Dossier on ${topic}` }).click()

  await expect(page.getByRole('heading', { level: 2, name: topic })).toBeVisible()
  const takeaways = page
    .getByRole('region', { name: 'Topic dossier' })
    .getByRole('list', { name: 'Practical takeaways' })
  const card = takeaways.getByRole('listitem').filter({ hasText: 'Let an assistant argue' })
  await expect(card).toContainText('Try it on Monday')

  // The question is written where it is listed.
  await page
    .getByRole('group', { name: 'Part of the dossier' })
    .getByRole('button', { name: /^Failure modes/ })
    .click()
  const failures = page
    .getByRole('region', { name: 'Topic dossier' })
    .getByRole('list', { name: 'Failure modes' })
  await failures.getByRole('button', { name: 'Annotate' }).first().click()
  await failures.getByRole('textbox', { name: 'Note', exact: true }).fill('Whose keys?')
  await failures.getByRole('radio', { name: 'Question' }).check()
  await failures.getByRole('button', { name: 'Save note' }).click()
  const questions = page
    .getByRole('group', { name: 'Part of the dossier' })
    .getByRole('button', { name: /^Open questions/ })
  await expect(questions).toContainText('1')
  await questions.click()
  await expect(page.getByRole('list', { name: 'Open questions' })).toContainText('Whose keys?')

  const path = testInfo.outputPath('Risk Management.md')
  await chooses(earmark, path)
  await page.getByRole('button', { name: 'Export…' }).click()
  await expect(
    page
      .getByRole('region', { name: 'Topic dossier' })
      .getByText(/^Written to .*Risk Management\.md, from \d+ episodes?\.$/),
  ).toBeVisible()
  const text = await readFile(path, 'utf8')
  const [, properties = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? []
  const read = parse(properties, { version: '1.2' })
  expect(read).toMatchObject({ topic, questions: 1, notes: 2 })
  expect(text).toContain('  > Try it on Monday: --- really')
  expect(text).toContain(`earmark://episode/${slug}/${episode.slug}`)
  const headings = fromMarkdown(body).children.flatMap((node) =>
    node.type === 'heading' && node.children[0]?.type === 'text' ? node.children[0].value : [],
  )
  expect(headings).toEqual([
    topic,
    'Time line',
    'Practical takeaways',
    'Failure modes',
    'Main ideas',
    'Other highlights',
    'Open questions',
  ])

  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(page.getByText(`The dossier on “${topic}” is copied.`)).toBeVisible()
  const copied = await earmark.app.evaluate(({ clipboard }) => clipboard.readText())
  const withoutTime = (document: string) => document.replace(/^created: .*$/m, '')
  expect(withoutTime(copied)).toBe(withoutTime(text))
})

test('by keys alone: the command, the time line from dot to dot, the list that says the same', async ({
  start,
}) => {
  const { page, addPodcast, episodes } = await start()
  await addPodcast(slug)
  await expect(episodes.first()).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  const field = page
    .getByRole('dialog', { name: 'Open a topic dossier' })
    .getByRole('combobox', { name: 'Topic' })
  await expect(field).toBeFocused()
  await page.keyboard.type('no such topic')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('No episode has that topic.')
  await field.fill('devops')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'DevOps' })).toBeVisible()

  const line = page.getByRole('group', { name: 'Time line' })
  const dots = line.getByRole('button')
  await expect(dots.first()).toBeVisible()
  await line.locator('[tabindex="0"]').focus()
  await page.keyboard.press('Home')
  await expect(dots.first()).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  const title = await page.getByRole('main').getByRole('heading', { level: 1 }).textContent()
  expect(focused.startsWith(`${title}, `)).toBe(true)

  await page
    .getByRole('group', { name: 'Part of the dossier' })
    .getByRole('button', { name: /^Episodes/ })
    .click()
  await expect(page.getByRole('list', { name: 'Episodes' }).getByRole('listitem').first()).toBeVisible()
})

test('the topics lead to their dossiers, and one that no episode has says what may have happened', async ({
  start,
}) => {
  const { page, addPodcast, episodes } = await start()
  await addPodcast(slug)
  await expect(episodes.first()).toBeVisible()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Topics' }).click()
  await page.getByRole('button', { name: 'Dossier on DevOps', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'DevOps' })).toBeVisible()
  await page.evaluate(() => {
    location.hash = '/topics/50%25%2Foff%3F'
  })
  await expect(page.getByRole('heading', { level: 2, name: '50%/off?' })).toBeVisible()
  await expect(page.getByText('No episode has this topic')).toBeVisible()
  await page.getByRole('button', { name: 'All topics' }).click()
  await expect(page.getByRole('button', { name: 'Dossier on DevOps', exact: true })).toBeVisible()
})
