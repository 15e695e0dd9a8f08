import type { Handlers } from '#core/contract/methods.ts';
import type { AppContext } from './context.ts';

export const templateHandlers = ({ templates }: AppContext): Pick<Handlers, `template.${string}` & keyof Handlers> => ({
  'template.list': () => templates.list(),
  'template.sample': ({ template }) => templates.sample(template),
});
