/** Titles that lists, search and file names trip over. */
export const longTitle =
  'Everything we did not have time for last week, including the long answer about how a regional hospital rebuilt its ' +
  'scheduling system from paper, why the second migration took four times as long as the first, what the night shift ' +
  'knew that nobody had written down, and a listener’s question about backups that turned out to be about trust'

export const rightToLeftTitles = [
  'كيف نتعلّم من الأخطاء الصغيرة',
  'איך זוכרים את מה ששומעים',
  'תחזוקה: מה נשבר ראשון ב־API שלנו',
] as const

export const emojiTitles = [
  '🌋 Listening to volcanoes (and to 👩🏽‍🔬 who do)',
  'Ask us anything 🎧🇺🇳 — part ½',
  'Why 🧠 forget, and what 🔁 does about it',
] as const

export const markupTitle = 'Q&A: is <b>bold</b> bad? "Quotes", `ticks`, *stars* & [brackets](#)'
