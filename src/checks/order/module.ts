import type { CheckModule } from '../contract.ts';

export const orderChecks: CheckModule<'order'> = {
  kind: 'order',
  prepare: () => ({}),
};
