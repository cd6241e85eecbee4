import type { CheckModule } from '../contract.ts';

export const commandChecks: CheckModule<'command'> = {
  kind: 'command',
  prepare: () => ({}),
};
