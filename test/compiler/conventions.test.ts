import { heldTo } from './held.ts';

/** Conventions of code by language: sizes, what classes have, what a file begins with, what must be explained. */
heldTo(
  [
    [
      'Keep functions under 6 lines and files under 9 lines.',
      [
        'src/a.ts: function b() {\n  c();\n  c();\n  c();\n  c();\n  c();\n}\n',
        'src/a.ts: x();\nx();\nx();\nx();\nx();\nx();\nx();\nx();\nx();\n',
      ],
      ['src/a.ts: function b() {\n  c();\n}\nx();\nx();\nx();\nx();\n'],
    ],
    [
      [
        'Functions take at most 3 parameters.',
        'No more than 3 function arguments; use an options object.',
        'Functions are at most 40 lines long and take at most 3 parameters.',
      ],
      [
        'src/a.ts: export function b(c: string, d: string, e: string, f: string) {}\n',
        'src/a.ts: export const b = (c: string, d: string, e: string, f: string) => c;\n',
      ],
      [
        'src/a.ts: export function b(c: string, d: string, e: string) {}\n',
        'src/a.ts: export class B {\n  constructor(c: C, d: D, e: E, f: F) {}\n}\n',
      ],
    ],
    [
      ['One component per file.', 'Only one component per file', 'Keep one component per file.'],
      ['src/Berth.tsx: export function Berth() {\n  return null;\n}\nexport const Tide = () => null;\n'],
      [
        'src/Berth.tsx: export function Berth() {\n  return <Row />;\n}\nfunction Row() {\n  return null;\n}\n',
        'src/Berth.tsx: export function Berth() {\n  return null;\n}\nexport const useBerth = () => 1;\n',
      ],
    ],
    [
      [
        'Event handlers are prefixed with `handle`.',
        'Event handler functions start with `handle`, e.g. `handleSubmit`.',
      ],
      ['src/Berth.tsx: export const a = <button onClick={moor}>b</button>;\n'],
      [
        'src/Berth.tsx: export const a = <button onClick={handleMoor}>b</button>;\n',
        'src/Berth.tsx: export const a = <button onClick={onMoor}>b</button>;\n',
        'src/Berth.tsx: export const a = <Pier berth={moor} />;\n',
      ],
    ],
    [
      ['All custom errors extend `HarbourError`.', 'Errors must inherit from `HarbourError`.'],
      ['src/a.ts: export class BerthTaken extends Error {}\n'],
      [
        'src/a.ts: export class BerthTaken extends HarbourError {}\n',
        'src/a.ts: export class HarbourError extends Error {}\n',
      ],
    ],
    [
      ['No `eslint-disable` without a comment.', "Don't use `eslint-disable` without an explanation."],
      ['src/a.ts: // eslint-disable-next-line no-alert\nalert(1);\n'],
      [
        'src/a.ts: // The crane has no other bell.\n// eslint-disable-next-line no-alert\nalert(1);\n',
        'src/a.ts: // eslint-disable-next-line no-alert -- the crane has no other bell\nalert(1);\n',
      ],
    ],
    [
      'Use absolute imports with `@/` — no `../../` relative imports.',
      ["src/a/b.ts: import { c } from '../../c';\nexport const d = c;\n"],
      [
        "src/a/b.ts: import { c } from './c';\nexport const d = c;\n",
        "src/a/b.ts: import { c } from '@/c';\nexport const d = c;\n",
      ],
    ],
    [
      'Keep components under 4 lines.',
      ['src/Berth.tsx: a();\na();\na();\na();\n'],
      ['src/Berth.test.tsx: a();\na();\na();\na();\n'],
    ],
    // Not more than is said.
    [
      'Throw `PortError`, never plain `Error`.',
      [],
      ['src/a.ts: export const b = (c: unknown) => c instanceof Error;\n'],
    ],
    ['Constants in UPPER_SNAKE_CASE at the top of the module.', [], ['src/berth.ts: export const b = load();\n']],
    [
      'Use `const` arrow functions for components, not `function` declarations.',
      [],
      ['src/a.ts: export function b() {}\n'],
    ],
    [
      'Avoid default exports except for Next.js pages and layouts.',
      ['src/lib/a.ts: export default 1;\n'],
      ['src/app/berths/page.tsx: export default function Page() {\n  return null;\n}\n'],
    ],
  ],
  {
    'package.json': '{"name": "harbour", "dependencies": {"react": "19"}, "devDependencies": {"typescript": "5"}}',
    'src/a.ts': '',
    'src/Pier.tsx': '',
  },
);

heldTo(
  [
    [
      'No bare `except:` unless re-raising.',
      ['src/a.py: try:\n    b()\nexcept:\n    pass\n'],
      ['src/a.py: try:\n    b()\nexcept:\n    c()\n    raise\n'],
    ],
    [
      'Never catch `Exception` without logging it.',
      ['src/a.py: try:\n    b()\nexcept Exception:\n    pass\n'],
      ['src/a.py: try:\n    b()\nexcept Exception:\n    logger.exception("b")\n'],
    ],
    [
      'All Pydantic models inherit from `PortModel`.',
      ['src/a.py: class Berth(BaseModel):\n    pass\n'],
      ['src/a.py: class Berth(PortModel):\n    pass\n', 'src/a.py: class PortModel(BaseModel):\n    pass\n'],
    ],
    [
      ['All route handlers are `async def`.', 'All endpoints must be async.'],
      ['src/a.py: @router.get("/berths")\ndef berths():\n    return []\n'],
      ['src/a.py: @router.get("/berths")\nasync def berths():\n    return []\n'],
    ],
    [
      '`# type: ignore` must include an error code.',
      ['src/a.py: x = b()  # type: ignore\n'],
      ['src/a.py: x = b()  # type: ignore[assignment]\n'],
    ],
    [
      ['Use pytest, not unittest.', 'Use `pytest` instead of `unittest`.'],
      ['tests/test_a.py: import unittest\n'],
      ['tests/test_a.py: from unittest.mock import patch\n', 'tests/test_a.py: import pytest\n'],
    ],
    [
      'SQL queries must use bound parameters, never f-strings.',
      ['src/a.py: q = f"SELECT name FROM berths WHERE id = {b}"\n'],
      ['src/a.py: q = f"berth {b}"\n'],
    ],
  ],
  { 'pyproject.toml': '[project]\nname = "harbour"\n', 'src/a.py': '' },
);

heldTo(
  [
    [
      [
        "Error strings are lowercase and don't end with punctuation.",
        'Error strings should not be capitalized or end with punctuation.',
      ],
      [
        'a/b.go: package a\n\nvar e = errors.New("Berth taken")\n',
        'a/b.go: package a\n\nvar e = errors.New("berth taken.")\n',
      ],
      ['a/b.go: package a\n\nvar e = errors.New("berth taken")\n'],
    ],
    [
      'Receiver names are one or two letters.',
      ['a/b.go: package a\n\nfunc (berth *Berth) Free() {}\n'],
      ['a/b.go: package a\n\nfunc (b *Berth) Free(berth int) {}\n'],
    ],
    [
      'Use `errors.Is`, not `==` for error comparison.',
      [],
      ['a/b.go: package a\n\nfunc c(d int) bool { return d == 1 }\n'],
    ],
  ],
  { 'go.mod': 'module port.example/harbour\n', 'a/a.go': 'package a\n' },
);

heldTo(
  [
    [
      ['Services are annotated with `@Service`.', 'All services must be annotated with `@Service`.'],
      ['src/a.java: public class BerthService {}\n'],
      ['src/a.java: @Service\npublic class BerthService {}\n', 'src/a.java: public interface BerthService {}\n'],
    ],
    [
      ['DTOs are Java records.', 'Use records for DTOs.'],
      ['src/a.java: public class BerthDto {}\n'],
      ['src/a.java: public record BerthDto(String name) {}\n', 'src/a.java: public class DtoMapper {}\n'],
    ],
    [
      'One top-level class per file.',
      ['src/a.java: class Berth {}\nclass Tide {}\n'],
      ['src/a.java: class Berth {\n  enum Side { PORT }\n}\n'],
    ],
  ],
  { 'pom.xml': '', 'src/b.java': '' },
);

heldTo(
  [
    [
      'Use `is null` instead of `== null`.',
      ['src/A.cs: class A { bool F(string b) { return b == null; } }'],
      ['src/a.ts: export const a = b == null;\n', 'src/a.ts: export const a = null;\n'],
    ],
    [
      'Private fields are `_camelCase`.',
      ['src/A.cs: class A { private int count; }'],
      ['src/A.cs: class A { private int _count; private const int Max = 1; }'],
    ],
  ],
  { 'App.sln': '', 'src/B.cs': '', 'src/b.ts': '', 'package.json': '{"name": "web"}' },
);

heldTo(
  [
    [
      'Every PHP file starts with `declare(strict_types=1);`',
      ['src/A.php: <?php\n\nclass A {}\n'],
      ['src/A.php: <?php\n\ndeclare(strict_types=1);\n\nclass A {}\n'],
    ],
  ],
  { 'composer.json': '{}', 'src/B.php': '' },
);
