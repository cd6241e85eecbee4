import { readRowDuty } from './conduct/row-duties.ts';
import { bansOf, singletonsIn } from './files/single-source.ts';
import type { Reading, Statements } from './reading.ts';
import type { Surrounding } from './surroundings.ts';

const BAD =
  /^(?:(?:❌|🚫|⛔|✗)\uFE0F?|(?:don'?ts?|do not|avoid|bad|wrong|never|instead of|not|incorrect|forbidden|deprecated|no|old|banned|anti-?patterns?)\b)/iu;
const GOOD =
  /^(?:(?:✅|✓|✔)\uFE0F?|(?:do|use|good|prefer|preferred|instead|right|correct|replacement|new|use instead|alternative|yes|fix)\b)/iu;

/** Most tables tell: what a command does, what an error means. Words of asking make a cell a statement of its own. */
const ASKING =
  /\b(?:never|do not|don['’]t|must|always|avoid|only|forbidden|use|prefer|required?|should|not allowed|no)\b/i;

/** "Never touches `docs/`" tells what the thing in another cell does. */
const TELLING = /^(?:never|always|only) (?:\w+ly )?[a-z]+[^s\W]s\b/i;

/** A table row of a Don't and a Do column forbids the one in favour of the other; other rows are read cell by cell. */
export function statementsOfRow(row: Readonly<Record<string, string>>, within: Surrounding): Statements {
  const surrounding = { ...within, polarity: undefined };
  const cells = Object.entries(row);
  const bad = cells.find(([heading]) => BAD.test(plain(heading)));
  const good = cells.find(([heading, cell]) => GOOD.test(plain(heading)) && cell !== bad?.[1]);
  if (bad) {
    const [, cell] = bad;
    const text = good ? `Never use ${cell}; use ${good[1]} instead` : `Never use ${cell}`;
    return { told: [{ text, surrounding }] };
  }
  const duty = readRowDuty(cells, within);
  if (duty.length > 0) return { told: [], reading: { intents: duty, normative: true, missed: [] } };
  // What the first cell says of the others ("Docs only | run x") is read only where it is a name.
  const asking = cells.filter(([, cell]) => ASKING.test(cell) && !TELLING.test(cell));
  return {
    told: [
      ...asking.map(([, text]) => ({ text, surrounding, kept: withoutDuties })),
      ...singletonsIn(cells).map((text) => ({ text, surrounding, kept: bansOf })),
    ],
  };
}

function withoutDuties(reading: Reading): Reading {
  return {
    ...reading,
    intents: reading.intents.filter((intent) => intent.shape !== 'order' && intent.shape !== 'companion'),
  };
}

function plain(heading: string): string {
  return heading.replaceAll(/[*_`]/g, '').replaceAll('’', "'").trim();
}
