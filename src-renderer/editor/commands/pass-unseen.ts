import type { Command } from '@tiptap/pm/state';
import { settleFollowing } from '../behaviour/last-change.ts';

/** 撤销 or 重做 up to a change that shows: what an input method began and gave up again is a step of the history that changes nothing. */
export const passUnseen = (step: Command): Command => (state, dispatch, view) => {
  if (!dispatch || !view) return step(state, dispatch);
  settleFollowing(view);
  for (let done = false; ; done = true) {
    const { doc } = view.state;
    if (!step(view.state, view.dispatch)) return done;
    if (!view.state.doc.eq(doc)) return true;
  }
};
