/** The two raw channels under the contract. */
export const callChannel = 'earmark:call'
export const eventChannel = 'earmark:event'
