/** What anybody does in any repository. */
export const COMMANDS: readonly string[] = [
  'git status',
  'git status --short --branch',
  'git diff',
  'git diff --stat HEAD~1',
  'git log --oneline -5',
  'git log --grep="never use npm"',
  'git show HEAD',
  'git branch --show-current',
  'git fetch origin',
  'git switch -c topic/small-change',
  'git stash list',
  'git blame README.md',
  'ls -la',
  'cat README.md',
  'head -20 README.md',
  'rg -n "TODO|npm install" .',
  'grep -rn "rm -rf" docs',
  "sed -n '1,20p' README.md",
  'find . -name "*.md" -not -path "./node_modules/*"',
  'wc -l README.md',
  'echo "use pnpm, never npm or yarn"',
  'mkdir -p notes',
  'which git',
  'pwd && date',
];

/** Small ordinary files, by language: [path, content]. */
export const FILES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  ts: [
    [
      'src/totals.ts',
      "import { readFile } from 'node:fs/promises';\n\nexport interface Line {\n  readonly price: number;\n  readonly count: number;\n}\n\nexport function total(lines: readonly Line[]): number {\n  return lines.reduce((sum, line) => sum + line.price * line.count, 0);\n}\n\nexport async function load(path: string): Promise<string> {\n  return readFile(path, 'utf8');\n}\n",
    ],
    [
      'src/walk.ts',
      'export type Node = { readonly name: string; readonly children: readonly Node[] };\n\nexport function names(node: Node): string[] {\n  const entries = node.children.flatMap(names);\n  const minor = entries.length;\n  return minor === 0 ? [node.name] : [node.name, ...entries];\n}\n',
    ],
    [
      'src/totals.test.ts',
      "import { expect, test } from 'vitest';\nimport { total } from './totals';\n\ntest('adds up', () => {\n  expect(total([{ price: 2, count: 3 }])).toBe(6);\n});\n",
    ],
  ],
  tsx: [
    [
      'src/components/PriceTag.tsx',
      'interface PriceTagProps {\n  readonly amount: number;\n}\n\nexport function PriceTag({ amount }: PriceTagProps) {\n  return <span className="price">{amount.toFixed(2)}</span>;\n}\n',
    ],
  ],
  py: [
    [
      'tools/totals.py',
      '"""Adds prices up."""\n\nfrom dataclasses import dataclass\n\n\n@dataclass(frozen=True)\nclass Line:\n    """One line of an order."""\n\n    price: int\n    count: int\n\n\ndef total(lines: list[Line]) -> int:\n    """Return the sum of all lines."""\n    return sum(line.price * line.count for line in lines)\n',
    ],
    [
      'tests/test_totals.py',
      '"""Tests of totals."""\n\nfrom tools.totals import Line, total\n\n\ndef test_total() -> None:\n    """Two lines are added up."""\n    assert total([Line(price=2, count=3)]) == 6\n',
    ],
    [
      'tools/version.py',
      '"""Parts of a version."""\n\n\ndef parts(text: str) -> tuple[int, int]:\n    """Split a version into its numbers."""\n    major, minor = text.split(".")\n    return int(major), int(minor)\n',
    ],
  ],
  go: [
    [
      'internal/totals/totals.go',
      '// Package totals adds prices up.\npackage totals\n\nimport "fmt"\n\n// Line is one line of an order.\ntype Line struct {\n\tPrice int\n\tCount int\n}\n\n// Total returns the sum of all lines.\nfunc Total(lines []Line) (int, error) {\n\tsum := 0\n\tfor _, line := range lines {\n\t\tif line.Count < 0 {\n\t\t\treturn 0, fmt.Errorf("count %d is negative", line.Count)\n\t\t}\n\t\tsum += line.Price * line.Count\n\t}\n\treturn sum, nil\n}\n',
    ],
    [
      'internal/totals/totals_test.go',
      'package totals\n\nimport "testing"\n\nfunc TestTotal(t *testing.T) {\n\tgot, err := Total([]Line{{Price: 2, Count: 3}})\n\tif err != nil || got != 6 {\n\t\tt.Fatalf("got %d, %v", got, err)\n\t}\n}\n',
    ],
  ],
  rs: [
    [
      'src/totals.rs',
      '//! Adds prices up.\n\n/// One line of an order.\npub struct Line {\n    pub price: u32,\n    pub count: u32,\n}\n\n/// The sum of all lines.\npub fn total(lines: &[Line]) -> u32 {\n    lines.iter().map(|line| line.price * line.count).sum()\n}\n\n#[cfg(test)]\nmod tests {\n    use super::*;\n\n    #[test]\n    fn adds_up() {\n        assert_eq!(total(&[Line { price: 2, count: 3 }]), 6);\n    }\n}\n',
    ],
  ],
  java: [
    [
      'src/main/java/app/Totals.java',
      'package app;\n\nimport java.util.List;\n\n/** Adds prices up. */\npublic final class Totals {\n    private static final int NONE = 0;\n\n    private Totals() {}\n\n    /** Returns the sum of all prices. */\n    public static int total(List<Integer> prices) {\n        int sum = NONE;\n        for (int price : prices) {\n            sum += price;\n        }\n        return sum;\n    }\n}\n',
    ],
    [
      'src/main/java/app/OrderException.java',
      'package app;\n\n/** An order that cannot be placed. */\npublic class OrderException extends RuntimeException {\n    /** Creates it with a reason. */\n    public OrderException(String message) {\n        super(message);\n    }\n}\n',
    ],
  ],
  kt: [
    [
      'src/main/kotlin/Totals.kt',
      'package app\n\n/** One line of an order. */\ndata class Line(val price: Int, val count: Int)\n\n/** The sum of all lines. */\nfun total(lines: List<Line>): Int = lines.sumOf { it.price * it.count }\n',
    ],
  ],
  cs: [
    [
      'src/Lib/Totals.cs',
      'using System.Collections.Generic;\nusing System.Linq;\n\nnamespace Lib;\n\n/// <summary>Adds prices up.</summary>\npublic static class Totals\n{\n    /// <summary>Returns the sum of all prices.</summary>\n    public static int Total(IEnumerable<int> prices) => prices.Sum();\n}\n',
    ],
  ],
  rb: [
    [
      'app/models/line.rb',
      '# frozen_string_literal: true\n\n# One line of an order.\nclass Line\n  attr_reader :price, :count\n\n  def initialize(price, count)\n    @price = price\n    @count = count\n  end\n\n  def total\n    price * count\n  end\nend\n',
    ],
  ],
  php: [
    [
      'src/Line.php',
      '<?php\n\ndeclare(strict_types=1);\n\nnamespace Shop;\n\nfinal class Line\n{\n    public function __construct(private readonly int $price, private readonly int $count)\n    {\n    }\n\n    public function total(): int\n    {\n        return $this->price * $this->count;\n    }\n}\n',
    ],
  ],
  swift: [
    [
      'Sources/App/Totals.swift',
      '/// One line of an order.\nstruct Line {\n    let price: Int\n    let count: Int\n}\n\n/// The sum of all lines.\nfunc total(_ lines: [Line]) -> Int {\n    lines.reduce(0) { $0 + $1.price * $1.count }\n}\n',
    ],
  ],
  c: [
    [
      'src/totals.c',
      '#include "totals.h"\n\nint total(const int *prices, int count)\n{\n    int sum = 0;\n    for (int i = 0; i < count; i++) {\n        sum += prices[i];\n    }\n    return sum;\n}\n',
    ],
  ],
  sh: [['bin/report.sh', '#!/usr/bin/env bash\nset -euo pipefail\n\nname="$1"\nprintf "hello %s\\n" "$name"\n']],
  sql: [['db/migrations/0002_orders.sql', 'create table orders (id bigint primary key, total integer not null);\n']],
};

/** Files that any repository may get. */
export const COMMON: readonly (readonly [string, string])[] = [
  ['README.md', '# Sample\n\nA small thing. Install it, then open the page.\n'],
  ['docs/guide.md', '# Guide\n\nNever mind the details; `any` reader finds the way.\n'],
  ['notes/todo.txt', 'write the guide\n'],
  ['config/settings.json', '{ "level": "info", "retries": 3 }\n'],
];
