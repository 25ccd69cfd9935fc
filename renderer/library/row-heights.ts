/** Of every row of episodes, in CSS pixels; one for all is what lets 100,000 of them scroll. */
export const rowHeight = 68
/** Of the name of a month, which stands above its rows and stays while they are scrolled by. */
export const monthHeight = 30
