/** The raw channels under the contract. */
export const callChannel = 'earmark:call'
/** Takes back a call that is under way, by the id it was made with. */
export const cancelChannel = 'earmark:cancel'
export const eventChannel = 'earmark:event'
