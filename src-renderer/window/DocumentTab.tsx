import { useWorkplace } from '../library/workplace.tsx';

export function DocumentTab({ id }: { readonly id: string; readonly hidden: boolean; readonly onSummary: (s: { title: string; state: 'saved' | 'saving' | 'failed'; savedAt?: string }) => void; readonly onClosed: () => void }) {
  useWorkplace();
  return <p>{id}</p>;
}
