import type { Survey, SurveyParts } from './survey.ts';

/** The survey begins this late (milliseconds): listing a tree takes time, and the first event is answered first. */
const SURVEY_DELAY = 60;

/** A survey that begins once whoever started the daemon has had an answer. */
export function lateSurvey(parts: SurveyParts): Survey {
  const start = async (): Promise<Survey | undefined> => {
    try {
      return (await import('./survey.ts')).surveyTree(parts);
    } catch (error) {
      parts.log.append({ type: 'daemon', what: 'note', message: `the tree cannot be watched: ${String(error)}` });
      return undefined;
    }
  };
  let begin: () => void = () => undefined;
  const begun = new Promise<Survey | undefined>((resolve) => {
    begin = () => resolve(closed ? undefined : start());
  });
  let closed = false;
  let survey: Survey | undefined;
  const timer = setTimeout(() => begin(), SURVEY_DELAY);
  void begun.then((one) => {
    survey = one;
  });
  return {
    ready: begun.then((one) => one?.ready),
    sync: async () => (await begun)?.sync(),
    way: () => survey?.way() ?? 'nothing yet',
    progress: () => survey?.progress() ?? { done: 0, of: 0 },
    drift: () => survey?.drift() ?? '',
    async close() {
      closed = true;
      clearTimeout(timer);
      begin();
      await (await begun)?.close();
    },
  };
}
