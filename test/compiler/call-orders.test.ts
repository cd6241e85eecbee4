import { heldTo } from './held.ts';

heldTo(
  [
    [
      [
        'Call `initTide()` before `createApp()`.',
        '`initTide()` must be called before `createApp()`.',
        'Always call `initTide()` before calling `createApp()`.',
      ],
      [
        'src/a.ts: function main() {\n  const app = createApp();\n  initTide();\n  return app;\n}\n',
        'src/a.ts: createApp({ port: 1 });\ninitTide();\n',
      ],
      [
        'src/a.ts: function main() {\n  initTide();\n  return createApp();\n}\n',
        'src/a.ts: createApp();\n',
        'src/a.ts: export const make = () => createApp();\nexport const start = () => initTide();\n',
        'src/a.ts: it("one", () => {\n  createApp();\n});\nit("two", () => {\n  initTide();\n});\n',
        'src/a.ts: initTide();\ncreateApp();\ninitTide();\n',
      ],
    ],
    [
      [
        '`catch` blocks must call `reportError()`.',
        'In `catch` blocks, always call `reportError()`.',
        'Every `catch` must call `reportError()`.',
      ],
      ['src/a.ts: try {\n  moor();\n} catch (error) {\n  console.log(error);\n}\n'],
      ['src/a.ts: try {\n  moor();\n} catch (error) {\n  reportError(error);\n}\n', 'src/a.ts: moor();\n'],
    ],
    [
      'Always call `super.dispose()` in `dispose()`.',
      ['src/a.ts: class Berth extends Quay {\n  dispose() {\n    this.rows = [];\n  }\n}\n'],
      ['src/a.ts: class Berth extends Quay {\n  dispose() {\n    super.dispose();\n  }\n}\n'],
    ],
    // Told, not asked; or asked of something else.
    [
      [
        '`initTide()` runs before `createApp()` does.',
        'Run `npm test` before `git push`.',
        'Read `initTide()` before `createApp()`.',
      ],
      [],
      ['src/a.ts: createApp();\ninitTide();\n'],
    ],
  ],
  { 'package.json': '{"name":"quay"}', 'src/berth.ts': 'export const a = 1;\n' },
);

heldTo(
  [
    [
      [
        '# GUI conventions\n\n- Locale: `Tide.setDefault(north)` in `launch()` before `Harbour`.\n',
        'Locale: `Tide.setDefault(north)` in `launch()` before `Harbour` — dots everywhere.',
      ],
      [
        'src/quay/main.py: def launch():\n    app = Harbour(1)\n    Tide.setDefault(2)\n',
        'src/quay/main.py: def launch():\n    app = Harbour(1)\n    app.open()\n',
      ],
      [
        'src/quay/main.py: def launch():\n    Tide.setDefault(2)\n    app = Harbour(1)\n',
        'src/quay/main.py: def other():\n    app = Harbour(1)\n',
      ],
    ],
    [
      'Always call `super().close()` in `close()` methods.',
      ['src/quay/a.py: class Berth(Quay):\n    def close(self):\n        self.rows = []\n'],
      ['src/quay/a.py: class Berth(Quay):\n    def close(self):\n        super().close()\n'],
    ],
  ],
  { 'pyproject.toml': '[project]\nname = "quay"\n', 'src/quay/berth.py': 'a = 1\n' },
);
