/** Files that a web framework finds by their names and takes the default export of. */
export const FRAMEWORK_FILES: readonly string[] = [
  '**/{page,layout,template,loading,error,not-found,global-error,default,route,middleware}.{tsx,ts,jsx,js}',
  '**/pages/**',
  '**/app/routes/**',
];

const WORDS: ReadonlySet<string> = new Set(
  'next next.js nextjs remix nuxt astro expo app router framework frameworks page pages layout layouts route routes screen screens special required convention conventions file files component components entry points the a an and or that where when it by its requires require requiring needs need them demands config configs configuration'.split(
    ' ',
  ),
);

/** "Next.js pages and layouts", "where the framework requires them". */
export function isOfFramework(text: string): boolean {
  const words = text.split(/[\s,/()`]+/).filter((word) => word !== '');
  return (
    words.every((word) => WORDS.has(word)) &&
    words.some((word) => /^(?:pages?|layouts?|routes?|screens?|frameworks?|next(?:\.?js)?)$/.test(word))
  );
}
