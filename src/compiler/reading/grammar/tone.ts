/** What a wording does with its things, before its surroundings are counted in. */
export type Polarity = 'forbid' | 'require' | 'neutral';

/** How strongly: must, should, or only may. */
export type Force = 'must' | 'should' | 'may';
