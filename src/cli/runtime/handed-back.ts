import { unjudged } from '../../lint/report.ts'

/** What stands for a report on a text that may take long: a thread of the pool can't be stopped. */
export const handedBack = unjudged('', {}, { code: 'handed-back', message: 'judged elsewhere' })
