/** What the rules of a configuration ask of whatever lies around a plan: its repository, and other plans in progress. */
import type { LinterEnv, PortableSurroundings } from '../runtime/services.ts'
import type { OtherPlan } from '../../lint/rule.ts'
import type { PlanlintOptions } from '../../options.ts'
import { comparesPlans, otherPlans } from './other-plans.ts'
import { asksRepository } from './surroundings.ts'
import type { Workplace } from './workplace.ts'

interface AroundPlans {
  of(file: string): Promise<PortableSurroundings>
  /** Changes whenever that may. */
  stamp(file: string): Promise<string>
}

export function aroundPlans(options: PlanlintOptions, env: LinterEnv, workplace: Workplace): AroundPlans {
  const { surroundings } = workplace
  const asks = asksRepository(options)
  const compares = comparesPlans(options)
  let plans: Promise<readonly OtherPlan[]> | undefined
  const others = (): Promise<readonly OtherPlan[]> => (plans ??= otherPlans(options, env, workplace))
  return {
    async of(file) {
      return {
        ...(asks ? await surroundings.of(file) : {}),
        ...(compares ? { otherPlans: (await others()).filter(plan => plan.path !== file) } : {})
      }
    },
    async stamp(file) {
      return `${asks ? await surroundings.stamp(file) : ''}${compares ? JSON.stringify(await others()) : ''}`
    }
  }
}
