/** The raw channels under the contract. */
export const callChannel = 'earmark:call'
/** Takes back a call that is under way, by the id it was made with. */
export const cancelChannel = 'earmark:cancel'
/** Brings the page a port for a worker of its. */
export const lineChannel = 'earmark:line'
export const eventChannel = 'earmark:event'
