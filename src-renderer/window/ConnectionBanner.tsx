import { FAILURES } from '#core/wording/failures.ts';
import { WarnIcon } from '../ui/icons.tsx';

/** Stands under the tabs for as long as the host does not answer. */
export function ConnectionBanner() {
  return (
    <div className="connection-banner" role="alert">
      <WarnIcon />
      {FAILURES.unreachable({})}
    </div>
  );
}
